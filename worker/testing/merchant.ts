/** A merchant and those who buy of them, as far as a Worker test needs to arrange them. */
import type { CheckoutMerchant, CheckoutSession, NewCheckoutSession, Payout, Sales } from '../contract.ts';
import { answer } from './bank.ts';
import { deliver } from './saver.ts';
import { PAGE, type World } from './world.ts';

/** A site that sells something for its merchants, and takes 10 % and 30 cents. */
export const withPrices = {
  checkout: {
    fee: { basis_points: 1_000, fixed: 30 },
    prices: [
      { id: 'day_pass', name: 'Day pass', unit_amount: 1_200 },
      { id: 'city_tour', name: 'City tour', unit_amount: 4_500 },
    ],
  },
};

export interface AskOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** As a page asks for somebody of whom nothing is known. */
export function asBuyer(world: World, path: string, { method, body, headers }: AskOptions = {}): Promise<Response> {
  return world.fetch(`/v1/sites/${world.site.id}/checkout/${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { Origin: PAGE, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

export interface StripeEvent {
  readonly id: string;
  readonly type: string;
  readonly account?: string;
  readonly created: number;
  readonly livemode: boolean;
  readonly data: { readonly object: { readonly id: string } };
}

export interface Merchant {
  readonly sub: string;
  /** `acct_…` */
  readonly account: string;
  /** What a page asks for; a day pass if nothing else is said. */
  ask(body?: Record<string, unknown>, key?: string): Promise<Response>;
  begin(body?: Record<string, unknown>, key?: string): Promise<NewCheckoutSession>;
  ready(): Promise<boolean>;
  sale(id: string): Promise<CheckoutSession>;
  /** What the stand-in is told to do with a session: `pay`, `decline`, `debit`, `debit_fails`, `settle`, `expire`. */
  buyer(id: string, does: string): Promise<void>;
  /** What the site's backend sees. */
  seen(): Promise<{ readonly sales: Sales; readonly payouts: Payout[] }>;
  /** At Stripe, on the merchant's own account. */
  atStripe<T>(path: string, body?: Record<string, string>): Promise<T>;
  /** Of the merchant's account, oldest first. */
  told(): Promise<StripeEvent[]>;
}

/** A merchant who has been onboarded, and whom Stripe lets take charges unless another scenario is given. */
export async function merchant(world: World, sub = 'ada', scenario = 'enabled'): Promise<Merchant> {
  const token = await world.token({ sub });
  await answer(await world.ask('/account_links', { body: { return_url: PAGE }, token }));
  const { id: account } = await answer<{ id: string }>(await world.ask('/account', { token }));
  await world.control('account', { account, scenario });
  await answer(await world.ask('/account', { token }));
  const ask: Merchant['ask'] = (body = {}, key) =>
    asBuyer(world, 'sessions', {
      body: { merchant: sub, line_items: [{ price: 'day_pass' }], return_url: `${PAGE}/bikes`, ...body },
      ...(key === undefined ? {} : { headers: { 'Idempotency-Key': key } }),
    });
  const atStripe: Merchant['atStripe'] = async (path, body) =>
    answer(
      await world.stripe.fetch(
        new Request(`http://localhost:12111/v1/${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: { Authorization: 'Bearer sk_test_1234567890abcdef', 'Stripe-Account': account },
          ...(body === undefined ? {} : { body: new URLSearchParams(body) }),
        }),
      ),
    );
  return {
    sub,
    account,
    ask,
    begin: async (body, key) => answer(await ask(body, key)),
    async ready() {
      const path = `merchants/${encodeURIComponent(sub)}`;
      return (await answer<CheckoutMerchant>(await asBuyer(world, path))).charges_enabled;
    },
    sale: async (id) => answer(await asBuyer(world, `sessions/${id}`)),
    async buyer(id, does) {
      await world.control(`checkout/${id}`, { do: does });
    },
    seen: async () =>
      answer(
        await world.fetch(`/v1/sites/${world.site.id}/users/${encodeURIComponent(sub)}`, {
          headers: { Authorization: `Bearer ${world.site.key.secret}` },
        }),
      ),
    atStripe,
    told: async () => (await atStripe<{ data: StripeEvent[] }>('events?limit=100')).data.toReversed(),
  };
}

export async function deliverAll(world: World, events: readonly object[]): Promise<void> {
  for (const event of events) {
    const { status } = await deliver(world, event);
    if (status !== 200) throw new Error(`A delivery was answered with ${status}.`);
  }
}

/** Calls that reached Stripe, as `POST /v1/checkout/sessions`. */
export function callsOf(world: World, call: string): ReturnType<World['stripe']['requests']> {
  return world.stripe.requests().filter(({ method, path }) => `${method} ${path}` === call);
}

/** A user who saves Cash App Pay, as far as a Worker test needs to arrange it. */
import Stripe from 'stripe';
import type {
  PaymentMethod,
  PaymentMethodList,
  SetupIntent,
  SetupIntentRequest,
  SetupOutcome,
  SetupTerms,
} from '../contract.ts';
import { answer } from './bank.ts';
import type { World } from './world.ts';

/** A site that has what saving needs. */
export const withTerms = { terms_url: 'https://shop.example/terms' };

export interface Saver {
  readonly sub: string;
  /** As the user's page would ask, with a fresh token of the scope `save`. */
  ask(path: string, init?: { method?: string; body?: unknown; headers?: Record<string, string> }): Promise<Response>;
  terms(): Promise<SetupTerms>;
  /** An attempt, with the terms accepted where they have to be. */
  start(body?: SetupIntentRequest): Promise<SetupIntent>;
  sync(id: string): Promise<SetupOutcome>;
  /** Saves a method: started, approved in Cash App, and read back. */
  save(): Promise<PaymentMethod>;
  list(maxAge?: number): Promise<PaymentMethod[]>;
}

export function saver(world: World, sub = 'user_1', claims: Record<string, unknown> = {}): Saver {
  const ask: Saver['ask'] = async (path, init = {}) =>
    world.ask(path, { ...init, token: await world.token({ sub, scope: ['save'], ...claims }) });
  const terms: Saver['terms'] = async () => answer(await ask('/setup_intents'));
  const start: Saver['start'] = async (body) => {
    const { version } = await terms();
    return answer(await ask('/setup_intents', { body: body ?? { accepted_terms: version } }));
  };
  const sync: Saver['sync'] = async (id) => answer(await ask(`/setup_intents/${id}/sync`, { body: {} }));
  return {
    sub,
    ask,
    terms,
    start,
    sync,
    async save() {
      const { id } = await start();
      await world.control(`cashapp/${id}`, { do: 'approve' });
      const { payment_method: method } = await sync(id);
      if (method === null) throw new Error('Nothing was saved.');
      return method;
    },
    async list(maxAge) {
      const path = `/payment_methods${maxAge === undefined ? '' : `?max_age=${maxAge}`}`;
      const list: PaymentMethodList = await answer(await ask(path));
      return list.data;
    },
  };
}

/** As the site's backend would charge. */
export async function chargeAs(
  world: World,
  body: Record<string, unknown>,
  key: string | null = crypto.randomUUID(),
): Promise<Response> {
  return world.fetch(`/v1/sites/${world.site.id}/payment_intents`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${world.site.key.secret}`,
      'Content-Type': 'application/json',
      ...(key === null ? {} : { 'Idempotency-Key': key }),
    },
    body: JSON.stringify({ user: 'user_1', amount: 2_500, currency: 'usd', ...body }),
  });
}

const cryptoProvider = Stripe.createSubtleCryptoProvider();

/** Delivers an event as Stripe would sign it. */
export async function deliver(world: World, event: object): Promise<Response> {
  const payload = JSON.stringify(event);
  const signature = await Stripe.webhooks.generateTestHeaderStringAsync({
    payload,
    secret: 'whsec_tests_platform',
    timestamp: Math.floor(world.now() / 1000),
    cryptoProvider,
  });
  return world.fetch('/v1/webhooks/stripe', {
    method: 'POST',
    headers: { 'Stripe-Signature': signature },
    body: payload,
  });
}

/** What Stripe itself holds, asked with the site's own key. */
export async function atStripe<T>(world: World, path: string, body?: Record<string, string>): Promise<T> {
  const response = await world.stripe.fetch(
    new Request(`http://localhost:12111/v1/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: 'Bearer sk_test_1234567890abcdef' },
      ...(body === undefined ? {} : { body: new URLSearchParams(body) }),
    }),
  );
  return answer(response);
}

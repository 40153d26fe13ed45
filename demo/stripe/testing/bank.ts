/** A stand-in with a customer who links bank accounts, as most tests of Financial Connections begin. */
import type Stripe from 'stripe';
import { listener, type Stand, stand } from './stand.ts';

export type SessionParams = Partial<Stripe.FinancialConnections.SessionCreateParams>;

export interface Bank extends Stand {
  customer: string;
  /** What was delivered to the platform's own endpoint. */
  hook: Awaited<ReturnType<typeof listener>>;
  /** Types of the events about bank accounts, oldest first, without their common beginning. */
  told(): Promise<string[]>;
  session(params?: SessionParams): Promise<Stripe.FinancialConnections.Session>;
  /** A session opened and completed: its accounts, in the order they were named. */
  link(params?: SessionParams, order?: object): Promise<Stripe.FinancialConnections.Account[]>;
  one(params?: SessionParams, order?: object): Promise<Stripe.FinancialConnections.Account>;
  order(account: string, what: object): Promise<Stripe.FinancialConnections.Account>;
  advance(seconds: number): Promise<void>;
  read(account: string): Promise<Stripe.FinancialConnections.Account>;
}

export async function bank(): Promise<Bank> {
  // Only `advance` moves its clock: what takes a second takes as long as the test likes.
  const all = await stand({ now: () => 1_793_000_000 });
  const { sdk, control } = all;
  const hook = await listener();
  await sdk.webhookEndpoints.create({ url: hook.url, enabled_events: ['*'] });
  const customer = (await sdk.customers.create({ email: 'jenny@example.com' })).id;
  const session: Bank['session'] = (params) =>
    sdk.financialConnections.sessions.create({
      account_holder: { type: 'customer', customer },
      permissions: ['balances', 'ownership', 'transactions'],
      ...params,
    });
  const link: Bank['link'] = async (params, order) => {
    const { id } = await session(params);
    const response = await control('bank/link', { session: id, ...order });
    if (!response.ok) throw new Error(await response.text());
    return (await sdk.financialConnections.sessions.retrieve(id)).accounts.data;
  };
  return {
    ...all,
    customer,
    hook,
    async told() {
      await all.stripe.settled();
      return hook.types().flatMap((type) => {
        const [, name] = type.split('financial_connections.');
        return name === undefined ? [] : [name.replace('account.', '')];
      });
    },
    session,
    link,
    async one(params, order) {
      const [account] = await link(params, order);
      if (!account) throw new Error('Nothing was linked.');
      return account;
    },
    async order(account, what) {
      const response = await control(`bank/accounts/${account}`, what);
      if (!response.ok) throw new Error(await response.text());
      return response.json();
    },
    async advance(seconds) {
      await control('clock', { advance: seconds });
    },
    read: (account) => sdk.financialConnections.accounts.retrieve(account),
  };
}

/** A stand-in with merchants who can be paid, as most tests of their money begin. */
import type Stripe from 'stripe';
import { EXPRESS, listener, type Stand, stand } from './stand.ts';

export interface Merchants extends Stand {
  /** An account that can take charges and be paid out. */
  merchant(params?: Stripe.AccountCreateParams): Promise<string>;
  /** A charge on a merchant's own account. */
  sell(account: string, amount: number, params?: Partial<Stripe.ChargeCreateParams>): Promise<Stripe.Charge>;
  /** Cents that can be paid out, and those that cannot yet; of the platform if no account is named. */
  has(account?: string): Promise<{ available: number; pending: number }>;
  /** Events as they were delivered, oldest first: to the platform's endpoint, and to that for its accounts. */
  told(): Promise<{ platform: string[]; connect: string[] }>;
  advance(seconds: number): Promise<void>;
}

export const DAY = 24 * 60 * 60;

/** What Stripe takes where the account pays for it; `EXPRESS` accounts do not. */
export const STANDARD = {
  controller: {
    ...EXPRESS.controller,
    fees: { payer: 'account' },
    losses: { payments: 'stripe' },
    stripe_dashboard: { type: 'full' },
  },
} satisfies Stripe.AccountCreateParams;

export async function merchants(): Promise<Merchants> {
  // Only `advance` moves its clock: what takes days takes as long as the test likes.
  const all = await stand({ now: () => 1_793_000_000 });
  const { sdk, control } = all;
  const [own, connect] = [await listener(), await listener()];
  await sdk.webhookEndpoints.create({ url: own.url, enabled_events: ['*'] });
  await sdk.webhookEndpoints.create({ url: connect.url, enabled_events: ['*'], connect: true });
  return {
    ...all,
    async merchant(params = EXPRESS) {
      const { id } = await sdk.accounts.create(params);
      await control('account', { account: id, scenario: 'enabled' });
      return id;
    },
    sell: (account, amount, params) =>
      sdk.charges.create({ amount, currency: 'usd', source: 'tok_visa', ...params }, { stripeAccount: account }),
    async has(account) {
      const { available, pending } = await sdk.balance.retrieve({}, account ? { stripeAccount: account } : {});
      return { available: available[0]?.amount ?? 0, pending: pending[0]?.amount ?? 0 };
    },
    async told() {
      await all.stripe.settled();
      return { platform: own.types(), connect: connect.types().filter((type) => !type.startsWith('account.')) };
    },
    async advance(seconds) {
      await control('clock', { advance: seconds });
    },
  };
}

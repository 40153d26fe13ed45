/** A `window.Stripe` whose dialog ends when the test says so. */
import type { Stripe } from '../shared/stripe-js.ts';
import { FakeCashapp } from './fake-cashapp.ts';
import { FakeEmbedded } from './fake-embedded.ts';

type Result = Awaited<ReturnType<Stripe['collectFinancialConnectionsAccounts']>>;

export interface Dialog {
  readonly publishableKey: string;
  readonly locale: string | undefined;
  readonly clientSecret: string;
  /** The person is done, or has closed it. What Stripe.js says then is only a hint. */
  readonly end: (result?: Result) => void;
  readonly break: (cause: unknown) => void;
}

export interface FakeStripe {
  /** Every dialog that was opened, oldest first. */
  readonly dialogs: readonly Dialog[];
  /** The newest, once there is one more than now. */
  readonly next: () => Promise<Dialog>;
  readonly cashapp: FakeCashapp;
  readonly embedded: FakeEmbedded;
}

/** Stands in for Stripe's script until `signal` aborts. */
export function fakeStripe(signal: AbortSignal): FakeStripe {
  const dialogs: Dialog[] = [];
  const waiting: ((dialog: Dialog) => void)[] = [];
  const cashapp = new FakeCashapp();
  const embedded = new FakeEmbedded();
  const before = window.Stripe;
  window.Stripe = (publishableKey, options) => ({
    ...cashapp.scriptFor(publishableKey, options?.locale),
    ...embedded.scriptFor(publishableKey, options),
    collectFinancialConnectionsAccounts: ({ clientSecret }) =>
      new Promise((resolve, reject) => {
        const end = (result: Result = { financialConnectionsSession: { accounts: [] } }) => resolve(result);
        const dialog = { publishableKey, locale: options?.locale, clientSecret, end, break: reject };
        dialogs.push(dialog);
        for (const tell of waiting.splice(0)) tell(dialog);
      }),
  });
  signal.addEventListener('abort', () => {
    window.Stripe = before;
  });
  return { dialogs, cashapp, embedded, next: () => new Promise((resolve) => waiting.push(resolve)) };
}

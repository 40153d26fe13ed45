import type { EmbeddedComponent } from '../../../worker/contract.ts';

export const enEmbedded = {
  titles: {
    account_management: 'Account details',
    account_onboarding: 'Account set-up',
    balances: 'Balances',
    documents: 'Documents',
    notification_banner: 'Notifications',
    payment_method_settings: 'Payment methods',
    payments: 'Payments',
    payouts: 'Payouts',
  } satisfies { readonly [component in EmbeddedComponent]: string },
  loading: 'Loading…',
  tryAgain: 'Try again',
  window: 'Stripe may open a window to confirm it is you.',
  inApp: 'This does not work in the browser of an app.',
  openInBrowser: 'Open this page in your browser',
};

export type EmbeddedWords = typeof enEmbedded;

import type { EmbeddedComponent } from '../../../worker/contract.ts';
import type { Words } from '../../shared/words.ts';

export const enEmbedded = {
  'title.account_management': 'Account details',
  'title.account_onboarding': 'Account set-up',
  'title.balances': 'Balances',
  'title.documents': 'Documents',
  'title.notification_banner': 'Notifications',
  'title.payment_method_settings': 'Payment methods',
  'title.payments': 'Payments',
  'title.payouts': 'Payouts',
  loading: 'Loading…',
  tryAgain: 'Try again',
  window: 'Stripe may open a window to confirm it is you.',
  inApp: 'This does not work in the browser of an app.',
  openInBrowser: 'Open this page in your browser',
} as const satisfies { readonly [key in `title.${EmbeddedComponent}`]: string } & Words;

export type EmbeddedWords = typeof enEmbedded;

import type { Sentence } from '../error-sentences.ts';

/** What a person is told when something fails, in English. */
export const enErrors = {
  retry: 'Something went wrong. Please try again.',
  busy: 'There is a lot going on right now. Please try again in a minute.',
  offline: 'There is no connection. Check that you are online and try again.',
  timeout: 'This is taking too long. Please try again.',
  signedOut: 'Your session could not be confirmed. Reload the page or sign in again.',
  notSetUp: 'This does not work on this page at the moment. Please contact support.',
  refused: 'You cannot do this here. Please contact support.',
  disconnected: 'Your Stripe account is no longer connected. Please contact support.',
  tooOften: 'The link to Stripe ran out several times. Wait a few minutes, then go on with the button.',
  beingCreated: 'Your account is being created. Please try again in a moment.',
  scriptMissing:
    'Stripe could not be loaded. Check your connection, allow Stripe in any content blocker, and try again.',
  bankInactive: 'The bank no longer gives access to this account. Link it again.',
  bankDisconnected: 'This bank account is no longer linked.',
  notShared: 'This has not been shared.',
  notYet: 'This was updated a moment ago. Please try again later.',
  declined: 'Cash App did not authorize this. You can try again.',
  expired: 'The time to authorize this in Cash App ran out. You can try again.',
  methodGone: 'This payment method is no longer saved.',
  notReady: 'This cannot be bought here yet.',
  notPaid: 'The payment did not go through. You can try again.',
  accountFirst: 'Set up payouts first, then come back here.',
} as const satisfies { readonly [sentence in Sentence]: string };

export type ErrorWords = typeof enErrors;

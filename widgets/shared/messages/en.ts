/** English, and the source of truth: what every language must say. These words are needed before the first click. */
export const en = {
  setUp: 'Set up payouts',
  continue: 'Continue set-up',
  tryAgain: 'Try again',
  loading: 'Loading…',
  hint: 'You will continue on Stripe’s website and come back here.',
};

export type Words = typeof en;

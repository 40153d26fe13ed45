/** English words for a first render; the other languages come with `later.ts`. */
export const firstWords = {
  setUp: 'Set up payouts',
  hint: 'You will continue on Stripe’s website.',
} as const;

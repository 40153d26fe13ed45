/** English words for a first render; the other languages come with `later.ts`. */
export const firstWords = {
  buy: 'Buy',
  hint: 'You pay with Stripe.',
} as const;

/** English words for a first look at the list; the other languages come with `later.ts`. */
export const enMethods = {
  label: 'Saved payment methods',
  loading: 'Loading…',
  empty: 'No payment method is saved yet.',
  failed: 'This could not be loaded.',
  tryAgain: 'Try again',
  savedOn: 'Saved on {date}',
  /** "today", "2 days ago" */
  lastUsed: 'Last used {when}',
  lastUsedOn: 'Last used on {date}',
  notUsed: 'Not used yet',
  remove: 'Remove',
  removeOf: 'Remove {method}',
} as const;

export type MethodWords = typeof enMethods;

/** English words for a first look at the list; the other languages come with `later.ts`. */
export const enMethods = {
  label: 'Saved payment methods',
  loading: 'Loading…',
  empty: 'No payment method is saved yet.',
  failed: 'This could not be loaded.',
  tryAgain: 'Try again',
  savedOn: (date: string) => `Saved on ${date}`,
  /** @param when "today", "2 days ago" */
  lastUsed: (when: string) => `Last used ${when}`,
  lastUsedOn: (date: string) => `Last used on ${date}`,
  notUsed: 'Not used yet',
  remove: 'Remove',
  removeOf: (method: string) => `Remove ${method}`,
};

export type MethodWords = typeof enMethods;

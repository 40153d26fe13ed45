/** English words for what becomes of a method: loaded after the list is shown. */
export const enRemoval = {
  confirm: (method: string) => `Remove ${method}?`,
  consequence: 'It can no longer be charged.',
  keep: 'Keep',
  removing: 'Removing…',
  removed: (method: string) => `${method} is removed.`,
  /** Somebody else removed it, or it was revoked in Cash App. */
  gone: (method: string) => `${method} is no longer saved.`,
};

export type RemovalWords = typeof enRemoval;

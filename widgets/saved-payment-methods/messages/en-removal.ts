/** English words for what becomes of a method: loaded after the list is shown. */
export const enRemoval = {
  confirm: 'Remove {method}?',
  consequence: 'It can no longer be charged.',
  keep: 'Keep',
  removing: 'Removing…',
  removed: '{method} is removed.',
  /** Somebody else removed it, or it was revoked in Cash App. */
  gone: '{method} is no longer saved.',
} as const;

export type RemovalWords = typeof enRemoval;

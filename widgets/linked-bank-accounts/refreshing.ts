/** Whether an account's data can be brought up to date now, and how the last try went. */
import type { BankAccount, BankPermission, Refresh, RefreshFeature } from '../../worker/contract.ts';

export type Refreshing =
  | { readonly name: 'possible'; readonly features: RefreshFeature[] }
  | { readonly name: 'pending' }
  /** Possible again at this second since the epoch. */
  | { readonly name: 'later'; readonly at: number }
  | { readonly name: 'impossible' };

const features: readonly (readonly [RefreshFeature, BankPermission, (account: BankAccount) => Refresh | null])[] = [
  ['balance', 'balances', (account) => account.balance_refresh],
  ['ownership', 'ownership', (account) => account.ownership_refresh],
  ['transactions', 'transactions', (account) => account.transaction_refresh],
];

/** @param now seconds since the epoch */
export function refreshing(account: BankAccount, now: number): Refreshing {
  const shared = refreshes(account);
  if (account.status !== 'active' || !shared.length) return { name: 'impossible' };
  if (isPending(account)) return { name: 'pending' };
  const due = shared.filter(([, refresh]) => !refresh || (refresh.next_refresh_available_at ?? Infinity) <= now);
  if (due.length) return { name: 'possible', features: due.map(([feature]) => feature) };
  const at = Math.min(...shared.map(([, refresh]) => refresh?.next_refresh_available_at ?? Infinity));
  return Number.isFinite(at) ? { name: 'later', at } : { name: 'impossible' };
}

export function canRefresh(account: BankAccount): boolean {
  return refreshing(account, Date.now() / 1000).name === 'possible';
}

export function isPending(account: BankAccount): boolean {
  return refreshes(account).some(([, refresh]) => refresh?.status === 'pending');
}

/** Whether what is shown is older than what was last asked for. */
export function hasFailed(account: BankAccount): boolean {
  return refreshes(account).some(([, refresh]) => refresh?.status === 'failed');
}

function refreshes(account: BankAccount): (readonly [RefreshFeature, Refresh | null])[] {
  return features
    .filter(([, permission]) => account.permissions.includes(permission))
    .map(([feature, , read]) => [feature, read(account)]);
}

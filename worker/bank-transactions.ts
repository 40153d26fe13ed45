/**
 * Reads transactions from Stripe into D1, only what refreshes since the last time have brought or changed. A request reads a
 * few pages of a long history and leaves a mark; the next one, or the webhook, goes on from there.
 */
import type { Services } from './services.ts';
import type { StoredBankAccount } from './store/bank-accounts.ts';
import { readTransactions } from './stripe/financial-connections.ts';
import type { Site } from './trust/site-directory.ts';

/** Pages of 100 that a request waits for. */
export const PAGES_A_REQUEST = 3;
/** Pages that background work reads; a Worker may make a thousand calls. */
export const PAGES_IN_BACKGROUND = 400;

/** @returns true when everything up to the account's latest successful refresh is stored */
export async function syncTransactions(
  { bankTransactions, stripeFor }: Services,
  site: Site,
  { account, transactionRefreshId, sync }: StoredBankAccount,
  pages: number,
): Promise<boolean> {
  const ready = account.transaction_refresh?.status === 'succeeded' && account.status !== 'disconnected';
  // An unfinished reading goes on to its end first: its mark is a place in that list and no other.
  const target = sync.target ?? (ready ? transactionRefreshId : null);
  if (target === null || target === sync.done) return true;
  const call = stripeFor(site);
  let from = sync.cursor;
  for (let page = 0; page < pages; page += 1) {
    const { transactions, next } = await readTransactions(call, account.id, sync.done, from);
    await bankTransactions.keep({ account: account.id, target, transactions, next });
    if (next === null) return target === transactionRefreshId;
    from = next;
  }
  return false;
}

/** What a refresh makes of an account's transactions: pending ones are settled, new ones are added. */
import type { BankTransaction, LinkedAccount } from './account.ts';
import { DAY, type Entry, entriesBetween, HISTORY } from './ledger.ts';
import { idFrom } from './random.ts';

/** How long the newest stay pending, unless a refresh comes before. */
const PENDING_FOR = 2 * DAY;
/** So many are pending after the first refresh, however quiet the account. */
const PENDING_AT_FIRST = 3;

/** @param refresh id of the refresh that found them, @param at when */
export function refreshedTransactions(account: LinkedAccount, refresh: string, at: number): BankTransaction[] {
  const known = account.transactions ?? [];
  const from = Math.max(known.at(-1)?.transacted_at ?? 0, at - HISTORY);
  const entries = entriesBetween(account.id, account.offered, from, at);
  return [...settled(known, refresh, at), ...fromEntries(account, entries, refresh, at, known.length > 0)];
}

export function fromEntries(
  account: LinkedAccount,
  entries: readonly Entry[],
  refresh: string,
  at: number,
  quiet = false,
): BankTransaction[] {
  return entries.map((entry, index) => {
    const newest = !quiet && index >= entries.length - PENDING_AT_FIRST;
    const pending = newest || entry.at > at - PENDING_FOR;
    return {
      id: idFrom('fctxn_1', `${account.id}:${entry.at}:${entry.description}:${entry.amount}`),
      object: 'financial_connections.transaction',
      account: account.id,
      amount: entry.amount,
      currency: account.offered.currency,
      description: entry.description,
      livemode: account.livemode,
      status: pending ? 'pending' : 'posted',
      status_transitions: { posted_at: pending ? null : Math.min(entry.at + DAY, at), void_at: null },
      transacted_at: entry.at,
      transaction_refresh: refresh,
      updated: at,
    };
  });
}

/** The oldest of several pending ones never happened after all; the others are posted. */
function settled(known: readonly BankTransaction[], refresh: string, at: number): BankTransaction[] {
  const pending = known.filter((transaction) => transaction.status === 'pending');
  const undone = pending.length > 1 ? pending[0] : undefined;
  return known.map((transaction) => {
    if (transaction.status !== 'pending') return transaction;
    const gone = transaction === undone;
    return {
      ...transaction,
      status: gone ? 'void' : 'posted',
      status_transitions: { posted_at: gone ? null : at, void_at: gone ? at : null },
      transaction_refresh: refresh,
      updated: at,
    };
  });
}

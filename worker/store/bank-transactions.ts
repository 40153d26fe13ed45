/** Transactions of linked accounts, kept up to date by id; and how far they have been read. */
import type { MonthlyTotal, Transaction } from '../contract.ts';
import type { StoredTransaction } from '../stripe/financial-connections.ts';
import type { Database } from './database.ts';

export interface SyncStep {
  readonly account: string;
  /** The refresh up to which transactions are being read. */
  readonly target: string;
  readonly transactions: readonly StoredTransaction[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

export function bankTransactionsIn(db: Database) {
  return {
    /** One page and how far it leads, all of it or none. An older version never replaces a newer one. */
    async keep({ account, target, transactions, next }: SyncStep): Promise<void> {
      await db.batch([
        [
          `INSERT INTO bank_transactions (account_id, id, transacted_at, updated, amount, currency, description, status)
           SELECT ?1, value ->> 'id', value ->> 'transacted_at', value ->> 'updated', value ->> 'amount',
                  value ->> 'currency', value ->> 'description', value ->> 'status'
           FROM json_each(?2) WHERE EXISTS (SELECT 1 FROM bank_accounts WHERE id = ?1 AND removed = 0)
           ON CONFLICT (account_id, id) DO UPDATE SET
             transacted_at = excluded.transacted_at, updated = excluded.updated, amount = excluded.amount,
             currency = excluded.currency, description = excluded.description, status = excluded.status
           WHERE updated <= excluded.updated`,
          account,
          JSON.stringify(transactions),
        ],
        next === null
          ? [
              `UPDATE bank_accounts SET synced_refresh = ?2, sync_target = NULL, sync_cursor = NULL
               WHERE id = ?1 AND removed = 0`,
              account,
              target,
            ]
          : [
              'UPDATE bank_accounts SET sync_target = ?2, sync_cursor = ?3 WHERE id = ?1 AND removed = 0',
              account,
              target,
              next,
            ],
      ]);
    },

    /**
     * Newest first. @param after id of the last one of the page before @param since seconds
     * @returns one more than `limit` where there are more; null when `after` is no transaction of this account
     */
    async page(account: string, limit: number, after: string | null, since: number): Promise<Transaction[] | null> {
      const columns =
        "'financial_connections.transaction' AS object, id, amount, currency, description, status, transacted_at";
      const newest = 'ORDER BY transacted_at DESC, id DESC LIMIT';
      if (after === null) {
        return db.all<Transaction>(
          `SELECT ${columns} FROM bank_transactions WHERE account_id = ? AND transacted_at >= ? ${newest} ?`,
          account,
          since,
          limit + 1,
        );
      }
      const last = await db.first<{ transacted_at: number }>(
        'SELECT transacted_at FROM bank_transactions WHERE account_id = ? AND id = ?',
        account,
        after,
      );
      if (last === null) return null;
      return db.all<Transaction>(
        `SELECT ${columns} FROM bank_transactions
         WHERE account_id = ?1 AND (transacted_at, id) < (?2, ?3) AND transacted_at >= ?4 ${newest} ?5`,
        account,
        last.transacted_at,
        after,
        since,
        limit + 1,
      );
    },

    /** @param since seconds */
    async monthlyTotals(account: string, since: number): Promise<MonthlyTotal[]> {
      return db.all<MonthlyTotal>(
        `SELECT 'monthly_total' AS object, strftime('%Y-%m', transacted_at, 'unixepoch') AS month, currency,
                sum(max(amount, 0)) AS "in", sum(min(amount, 0)) AS out
         FROM bank_transactions WHERE account_id = ? AND transacted_at >= ? AND status = 'posted'
         GROUP BY month, currency ORDER BY month, currency`,
        account,
        since,
      );
    },
  };
}
export type BankTransactions = ReturnType<typeof bankTransactionsIn>;

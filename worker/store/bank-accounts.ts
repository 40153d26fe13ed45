/** Linked bank accounts as last read from Stripe, their owners, and how far their transactions have been read. */
import type { BankAccount, BankAccountOwner } from '../contract.ts';
import type { BankReading } from '../stripe/financial-connections.ts';
import type { Owner } from './claims.ts';
import type { Database, Value } from './database.ts';

export interface StoredBankAccount extends BankReading {
  readonly owner: Owner;
  /** Milliseconds. */
  readonly readAt: number;
  /** The person has disconnected it here. */
  readonly removed: boolean;
  readonly sync: TransactionSync;
}

export interface TransactionSync {
  /** The refresh up to which transactions are stored; null before the first. */
  readonly done: string | null;
  /** The refresh up to which they are being read, and where the next page begins. */
  readonly target: string | null;
  readonly cursor: string | null;
}

interface BankAccountRow {
  site_id: string;
  sub: string;
  reading: string;
  read_at: number;
  ownership_id: string | null;
  transaction_refresh_id: string | null;
  removed: number;
  synced_refresh: string | null;
  sync_target: string | null;
  sync_cursor: string | null;
}

const COLUMNS = `site_id, sub, reading, read_at, ownership_id, transaction_refresh_id, removed, synced_refresh,
  sync_target, sync_cursor`;

function toBankAccount(row: BankAccountRow): StoredBankAccount {
  return {
    owner: { site: row.site_id, sub: row.sub },
    account: JSON.parse(row.reading),
    ownershipId: row.ownership_id,
    transactionRefreshId: row.transaction_refresh_id,
    readAt: row.read_at,
    removed: row.removed === 1,
    sync: { done: row.synced_refresh, target: row.sync_target, cursor: row.sync_cursor },
  };
}

export interface BankHolder {
  readonly customer: string | null;
  /** Milliseconds; null before the whole list was ever read. */
  readonly listReadAt: number | null;
  readonly accounts: readonly StoredBankAccount[];
}

export function bankAccountsIn(db: Database) {
  return {
    /** Everything linked by one user, newest first, in one round trip. */
    async of({ site, sub }: Owner): Promise<BankHolder> {
      const [[holder], rows] = await db.both<
        { customer_id: string | null; bank_accounts_read_at: number | null },
        BankAccountRow
      >(
        ['SELECT customer_id, bank_accounts_read_at FROM customers WHERE site_id = ? AND sub = ?', site, sub],
        [`SELECT ${COLUMNS} FROM bank_accounts WHERE site_id = ? AND sub = ? ORDER BY id`, site, sub],
      );
      return {
        customer: holder?.customer_id ?? null,
        listReadAt: holder?.bank_accounts_read_at ?? null,
        accounts: rows.map(toBankAccount).toSorted((one, other) => other.account.created - one.account.created),
      };
    },

    async find({ site, sub }: Owner, id: string): Promise<StoredBankAccount | null> {
      const row = await db.first<BankAccountRow>(
        `SELECT ${COLUMNS} FROM bank_accounts WHERE site_id = ? AND sub = ? AND id = ?`,
        site,
        sub,
        id,
      );
      return row === null ? null : toBankAccount(row);
    },

    async findById(id: string): Promise<StoredBankAccount | null> {
      const row = await db.first<BankAccountRow>(`SELECT ${COLUMNS} FROM bank_accounts WHERE id = ?`, id);
      return row === null ? null : toBankAccount(row);
    },

    /**
     * Writes readings that began with one ticket, each unless a later one is stored or the person has removed the account;
     * all of them or none.
     * @param list `whole` when these are all the user has: an account that is missing from it is gone
     * @param back ids that the person has just linked: they are shown again, should they have been removed
     */
    async keep(
      { site, sub }: Owner,
      readings: readonly BankReading[],
      at: { readonly ticket: number; readonly now: number },
      { list = 'part', back = [] }: { readonly list?: 'whole' | 'part'; readonly back?: readonly string[] } = {},
    ): Promise<void> {
      const rows = readings.map(({ account, ownershipId, transactionRefreshId }) => ({
        id: account.id,
        reading: JSON.stringify(account),
        ownership: ownershipId,
        refresh: transactionRefreshId,
      }));
      const statements: [string, ...Value[]][] = [
        [
          `INSERT INTO bank_accounts (site_id, sub, id, reading, ownership_id, transaction_refresh_id, reading_ticket, read_at)
           SELECT ?1, ?2, value ->> 'id', value ->> 'reading', value ->> 'ownership', value ->> 'refresh', ?3, ?4
           FROM json_each(?5) WHERE true
           ON CONFLICT (site_id, sub, id) DO UPDATE SET
             reading = excluded.reading, ownership_id = excluded.ownership_id,
             transaction_refresh_id = excluded.transaction_refresh_id,
             reading_ticket = excluded.reading_ticket, read_at = excluded.read_at
           WHERE reading_ticket < excluded.reading_ticket AND removed = 0`,
          site,
          sub,
          at.ticket,
          at.now,
          JSON.stringify(rows),
        ],
      ];
      if (back.length > 0) {
        statements.unshift([
          `UPDATE bank_accounts SET removed = 0
           WHERE site_id = ? AND sub = ? AND id IN (SELECT value FROM json_each(?))`,
          site,
          sub,
          JSON.stringify(back),
        ]);
      }
      if (list === 'whole') {
        const ids = JSON.stringify(rows.map(({ id }) => id));
        statements.push(
          [
            `UPDATE bank_accounts SET reading = json_set(reading, '$.status', 'disconnected'), reading_ticket = ?3
             WHERE site_id = ?1 AND sub = ?2 AND reading_ticket < ?3 AND id NOT IN (SELECT value FROM json_each(?4))`,
            site,
            sub,
            at.ticket,
            ids,
          ],
          ['UPDATE customers SET bank_accounts_read_at = ?3 WHERE site_id = ?1 AND sub = ?2', site, sub, at.now],
        );
      }
      await db.batch(statements);
    },

    /** Takes accounts off the list, and drops what was fetched from their banks: all of it or none. */
    async remove({ site, sub }: Owner, ids: readonly string[]): Promise<void> {
      const list = JSON.stringify(ids);
      const these = 'SELECT value FROM json_each(?)';
      await db.batch([
        [
          `UPDATE bank_accounts SET removed = 1, reading = json_set(reading, '$.status', 'disconnected', '$.balance', null),
             owners = NULL, owners_of = NULL, synced_refresh = NULL, sync_target = NULL, sync_cursor = NULL
           WHERE site_id = ? AND sub = ? AND id IN (${these})`,
          site,
          sub,
          list,
        ],
        [`DELETE FROM bank_transactions WHERE account_id IN (${these})`, list],
      ]);
    },

    /** The owners of an ownership, if they have been read. */
    async owners({ site, sub }: Owner, id: string, ownership: string): Promise<BankAccountOwner[] | null> {
      const row = await db.first<{ owners: string }>(
        'SELECT owners FROM bank_accounts WHERE site_id = ? AND sub = ? AND id = ? AND owners_of = ?',
        site,
        sub,
        id,
        ownership,
      );
      return row === null ? null : JSON.parse(row.owners);
    },

    async keepOwners(
      { site, sub }: Owner,
      id: string,
      ownership: string,
      owners: readonly BankAccountOwner[],
    ): Promise<void> {
      await db.run(
        `UPDATE bank_accounts SET owners = ?, owners_of = ?
         WHERE site_id = ? AND sub = ? AND id = ? AND ownership_id = ? AND removed = 0`,
        JSON.stringify(owners),
        ownership,
        site,
        sub,
        id,
        ownership,
      );
    },
  };
}
export type BankAccounts = ReturnType<typeof bankAccountsIn>;

/** As a person sees it. */
export function shownAccounts({ accounts }: BankHolder): BankAccount[] {
  return accounts.filter(({ removed }) => !removed).map(({ account }) => account);
}

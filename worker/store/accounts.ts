/** Users' connected accounts: the claim under which one is created, and the last reading of it. */
import type { Account } from '../contract.ts';
import type { AccountParams } from '../rules/account-params.ts';
import { CLAIM_COLUMNS, type Claim, type ClaimRow, claimsIn, type Owner, rememberIds, toClaim } from './claims.ts';
import type { Database } from './database.ts';

export interface CreatedAccount {
  readonly kind: 'created';
  readonly owner: Owner;
  readonly id: string;
  readonly reading: Account | null;
  /** Milliseconds. */
  readonly readAt: number;
}

export type StoredAccount = Claim<AccountParams> | CreatedAccount;

/** Milliseconds in which a person may be sent back for a new link three times. */
export const REFRESH_WINDOW = 10 * 60_000;

interface AccountRow extends ClaimRow {
  site_id: string;
  sub: string;
  account_id: string | null;
  reading: string | null;
  read_at: number | null;
}

const COLUMNS = `site_id, sub, account_id, ${CLAIM_COLUMNS}, reading, read_at`;

function toAccount(row: AccountRow): StoredAccount {
  if (row.account_id === null) return toClaim(row);
  return {
    kind: 'created',
    owner: { site: row.site_id, sub: row.sub },
    id: row.account_id,
    reading: row.reading === null ? null : JSON.parse(row.reading),
    readAt: row.read_at ?? 0,
  };
}

export function accountsIn(db: Database) {
  const ids = rememberIds();
  return {
    claims: claimsIn<AccountParams>(db, { table: 'accounts', key: 'sub', made: 'account_id' }),

    /** The id of the user's account where this isolate has seen it before. */
    rememberedId: ids.get,

    async find(owner: Owner): Promise<StoredAccount | null> {
      const row = await db.first<AccountRow>(
        `SELECT ${COLUMNS} FROM accounts WHERE site_id = ? AND sub = ?`,
        owner.site,
        owner.sub,
      );
      const account = row === null ? null : toAccount(row);
      if (account?.kind === 'created') ids.keep(owner, account.id);
      return account;
    },

    async findById(id: string): Promise<CreatedAccount | null> {
      const row = await db.first<AccountRow>(`SELECT ${COLUMNS} FROM accounts WHERE account_id = ?`, id);
      const account = row === null ? null : toAccount(row);
      return account?.kind === 'created' ? account : null;
    },

    /** Writes the account that a claim led to. Two holders of one claim write the same. */
    async keepCreated(
      { site, sub }: Owner,
      claim: Claim<AccountParams>,
      account: Account & { id: string },
      now: number,
    ) {
      await db.run(
        `UPDATE accounts SET account_id = ?1, claim_params = NULL, reading = ?2, read_at = ?3
         WHERE site_id = ?4 AND sub = ?5 AND account_id IS NULL AND claim_id = ?6`,
        account.id,
        JSON.stringify(account),
        now,
        site,
        sub,
        claim.id,
      );
    },

    /** A ticket for a reading that is about to begin: later readings have higher ones. */
    async nextTicket(id: string): Promise<number> {
      const row = await db.first<{ tickets_issued: number }>(
        'UPDATE accounts SET tickets_issued = tickets_issued + 1 WHERE account_id = ? RETURNING tickets_issued',
        id,
      );
      return row?.tickets_issued ?? 0;
    },

    /** True for one of those who would have it read within `least` milliseconds. */
    async takeTurn(id: string, now: number, least: number): Promise<boolean> {
      const sql = 'UPDATE accounts SET asked_at = ?1 WHERE account_id = ?2 AND asked_at <= ?1 - ?3';
      return (await db.run(sql, now, id, least)) > 0;
    },

    /** @returns false when a reading that began later is stored already */
    async keepReading(account: Account & { id: string }, ticket: number, now: number): Promise<boolean> {
      const written = await db.run(
        'UPDATE accounts SET reading = ?1, read_at = ?2, reading_ticket = ?3 WHERE account_id = ?4 AND reading_ticket < ?3',
        JSON.stringify(account),
        now,
        ticket,
        account.id,
      );
      return written > 0;
    },

    /** Counts a refresh and answers the account, or null when it would be the fourth in ten minutes. */
    async countRefresh({ site, sub }: Owner, now: number): Promise<StoredAccount | null> {
      const row = await db.first<AccountRow>(
        `UPDATE accounts SET refreshed_3 = refreshed_2, refreshed_2 = refreshed_1, refreshed_1 = ?1
         WHERE site_id = ?2 AND sub = ?3 AND (refreshed_3 IS NULL OR refreshed_3 <= ?4)
         RETURNING ${COLUMNS}`,
        now,
        site,
        sub,
        now - REFRESH_WINDOW,
      );
      return row === null ? null : toAccount(row);
    },
  };
}
export type Accounts = ReturnType<typeof accountsIn>;

/** Users' connected accounts: the claim under which one is created, and the last reading of it. */
import type { Account } from '../contract.ts';
import type { AccountParams } from '../rules/account-params.ts';
import type { Database } from './database.ts';

export interface AccountOwner {
  readonly site: string;
  readonly sub: string;
}

/** The right to create an account, with all that the call to Stripe needs to be the same call whoever makes it. */
export interface Claim {
  readonly kind: 'claim';
  readonly id: string;
  readonly params: AccountParams;
  /** Milliseconds. */
  readonly claimedAt: number;
  readonly leaseUntil: number;
}

export interface CreatedAccount {
  readonly kind: 'created';
  readonly owner: AccountOwner;
  readonly id: string;
  readonly reading: Account | null;
  /** Milliseconds. */
  readonly readAt: number;
}

export type StoredAccount = Claim | CreatedAccount;

/** Milliseconds in which a person may be sent back for a new link three times. */
export const REFRESH_WINDOW = 10 * 60_000;

interface AccountRow {
  site_id: string;
  sub: string;
  account_id: string | null;
  claim_id: string;
  claim_params: string | null;
  claimed_at: number;
  claim_lease_until: number;
  reading: string | null;
  read_at: number | null;
}

const COLUMNS = 'site_id, sub, account_id, claim_id, claim_params, claimed_at, claim_lease_until, reading, read_at';

function toAccount(row: AccountRow): StoredAccount {
  if (row.account_id === null) {
    return {
      kind: 'claim',
      id: row.claim_id,
      params: JSON.parse(row.claim_params ?? '{}'),
      claimedAt: row.claimed_at,
      leaseUntil: row.claim_lease_until,
    };
  }
  return {
    kind: 'created',
    owner: { site: row.site_id, sub: row.sub },
    id: row.account_id,
    reading: row.reading === null ? null : JSON.parse(row.reading),
    readAt: row.read_at ?? 0,
  };
}

/** How many ids an isolate remembers. */
const MOST_REMEMBERED = 10_000;

export function accountsIn(db: Database) {
  // A user's account never changes once there is one, so its id is remembered: the click that follows a page load, which
  // has asked for the account, costs no query.
  const ids = new Map<string, string>();
  const keyOf = ({ site, sub }: AccountOwner) => JSON.stringify([site, sub]);

  function remember(owner: AccountOwner, id: string): void {
    ids.set(keyOf(owner), id);
    const [eldest] = ids.keys();
    if (ids.size > MOST_REMEMBERED && eldest !== undefined) ids.delete(eldest);
  }

  return {
    /** The id of the user's account where this isolate has seen it before. */
    rememberedId(owner: AccountOwner): string | undefined {
      return ids.get(keyOf(owner));
    },

    async find(owner: AccountOwner): Promise<StoredAccount | null> {
      const row = await db.first<AccountRow>(
        `SELECT ${COLUMNS} FROM accounts WHERE site_id = ? AND sub = ?`,
        owner.site,
        owner.sub,
      );
      const account = row === null ? null : toAccount(row);
      if (account?.kind === 'created') remember(owner, account.id);
      return account;
    },

    async findById(id: string): Promise<CreatedAccount | null> {
      const row = await db.first<AccountRow>(`SELECT ${COLUMNS} FROM accounts WHERE account_id = ?`, id);
      const account = row === null ? null : toAccount(row);
      return account?.kind === 'created' ? account : null;
    },

    /** @returns the claim, or null when there is a row already */
    async claim({ site, sub }: AccountOwner, claim: Claim): Promise<Claim | null> {
      const won = await db.first(
        `INSERT INTO accounts (site_id, sub, claim_id, claim_params, claimed_at, claim_lease_until)
         VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING sub`,
        site,
        sub,
        claim.id,
        JSON.stringify(claim.params),
        claim.claimedAt,
        claim.leaseUntil,
      );
      return won === null ? null : claim;
    },

    /** @returns true for exactly one of those who saw the same lapsed lease */
    async takeOver({ site, sub }: AccountOwner, seen: Claim, leaseUntil: number): Promise<boolean> {
      const taken = await db.first(
        `UPDATE accounts SET claim_lease_until = ?1
         WHERE site_id = ?2 AND sub = ?3 AND account_id IS NULL AND claim_id = ?4 AND claim_lease_until = ?5
         RETURNING sub`,
        leaseUntil,
        site,
        sub,
        seen.id,
        seen.leaseUntil,
      );
      return taken !== null;
    },

    /** Lets the next request take over at once: the call failed in a way that may pass. */
    async releaseClaim({ site, sub }: AccountOwner, claim: Claim): Promise<void> {
      await db.run(
        'UPDATE accounts SET claim_lease_until = 0 WHERE site_id = ? AND sub = ? AND account_id IS NULL AND claim_id = ?',
        site,
        sub,
        claim.id,
      );
    },

    /** Forgets a claim whose parameters Stripe refused: nothing was created, and the next may bring better ones. */
    async dropClaim({ site, sub }: AccountOwner, claim: Claim): Promise<void> {
      await db.run(
        'DELETE FROM accounts WHERE site_id = ? AND sub = ? AND account_id IS NULL AND claim_id = ?',
        site,
        sub,
        claim.id,
      );
    },

    /** Writes the account that a claim led to. Two holders of one claim write the same. */
    async keepCreated({ site, sub }: AccountOwner, claim: Claim, account: Account & { id: string }, now: number) {
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
    async countRefresh({ site, sub }: AccountOwner, now: number): Promise<StoredAccount | null> {
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

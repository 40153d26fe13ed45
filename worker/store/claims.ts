/**
 * The right to create something at Stripe that a user has once: one row, inserted by exactly one request, with all that
 * the call needs to be the same call whoever makes it.
 */
import { type Remembered, remembered } from '../remembered.ts';
import type { Database } from './database.ts';

export interface Owner {
  readonly site: string;
  readonly sub: string;
}

export interface Claim<Params> {
  readonly kind: 'claim';
  readonly id: string;
  readonly params: Params;
  /** Milliseconds. */
  readonly claimedAt: number;
  readonly leaseUntil: number;
}

export interface ClaimRow {
  claim_id: string;
  claim_params: string | null;
  claimed_at: number;
  claim_lease_until: number;
}

export const CLAIM_COLUMNS = 'claim_id, claim_params, claimed_at, claim_lease_until';

export function toClaim<Params>(row: ClaimRow): Claim<Params> {
  return {
    kind: 'claim',
    id: row.claim_id,
    params: JSON.parse(row.claim_params ?? '{}'),
    claimedAt: row.claimed_at,
    leaseUntil: row.claim_lease_until,
  };
}

/** Where claims are: a table, what tells its rows apart within a site, and the column that is null while one is open. */
type Place =
  | { readonly table: 'accounts'; readonly key: 'sub'; readonly made: 'account_id' }
  | { readonly table: 'customers'; readonly key: 'sub'; readonly made: 'customer_id' }
  | { readonly table: 'charges'; readonly key: 'idempotency_key'; readonly made: 'outcome' }
  | { readonly table: 'orders'; readonly key: 'idempotency_key'; readonly made: 'session_id' };

export function claimsIn<Params>(db: Database, { table, key, made }: Place) {
  const open = `site_id = ? AND ${key} = ? AND ${made} IS NULL AND claim_id = ?`;
  return {
    /** @returns the claim, or null when there is a row already */
    async claim({ site, sub }: Owner, claim: Claim<Params>): Promise<Claim<Params> | null> {
      const won = await db.first(
        `INSERT INTO ${table} (site_id, ${key}, ${CLAIM_COLUMNS})
         VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING claim_id`,
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
    async takeOver({ site, sub }: Owner, seen: Claim<Params>, leaseUntil: number): Promise<boolean> {
      const taken = await db.run(
        `UPDATE ${table} SET claim_lease_until = ? WHERE ${open} AND claim_lease_until = ?`,
        leaseUntil,
        site,
        sub,
        seen.id,
        seen.leaseUntil,
      );
      return taken > 0;
    },

    /** Lets the next request take over at once: the call failed in a way that may pass. */
    async release({ site, sub }: Owner, { id }: Claim<Params>): Promise<void> {
      await db.run(`UPDATE ${table} SET claim_lease_until = 0 WHERE ${open}`, site, sub, id);
    },

    /** Forgets a claim whose parameters Stripe refused: nothing was created, and the next may bring better ones. */
    async drop({ site, sub }: Owner, { id }: Claim<Params>): Promise<void> {
      await db.run(`DELETE FROM ${table} WHERE ${open}`, site, sub, id);
    },
  };
}
export type Claims<Params> = ReturnType<typeof claimsIn<Params>>;

/** What a user has once never changes, so an isolate remembers its id: the click after a page load costs no query. */
export function rememberIds(): Remembered<Owner, string> {
  return remembered(({ site, sub }) => JSON.stringify([site, sub]));
}

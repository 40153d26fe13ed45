/** Charges by the site's own idempotency keys: the claim under which one is made, and what became of it. */
import type { ChargeOutcome } from '../rules/charge.ts';
import { CLAIM_COLUMNS, type Claim, type ClaimRow, claimsIn, type Owner, toClaim } from './claims.ts';
import type { Database } from './database.ts';

export interface ChargeParams {
  readonly user: string;
  readonly payment_method: string;
  /** In cents. */
  readonly amount: number;
  readonly currency: 'usd';
  readonly description?: string;
  readonly metadata: { readonly [key: string]: string };
}

export interface MadeCharge {
  readonly kind: 'created';
  readonly id: string;
  readonly outcome: ChargeOutcome;
}

export interface StoredCharge {
  readonly params: ChargeParams;
  readonly stored: Claim<ChargeParams> | MadeCharge;
}

interface ChargeRow extends ClaimRow {
  outcome: string | null;
}

/** A charge is found as what a user has once is: by the site, and in place of the user the hash of the site's key. */
export type ChargeKey = Owner;

export function chargesIn(db: Database) {
  return {
    claims: claimsIn<ChargeParams>(db, { table: 'charges', key: 'idempotency_key', made: 'outcome' }),

    async find({ site, sub: key }: ChargeKey): Promise<StoredCharge | null> {
      const row = await db.first<ChargeRow>(
        `SELECT ${CLAIM_COLUMNS}, outcome FROM charges WHERE site_id = ? AND idempotency_key = ?`,
        site,
        key,
      );
      if (row === null) return null;
      const claim = toClaim<ChargeParams>(row);
      if (row.outcome === null) return { params: claim.params, stored: claim };
      return { params: claim.params, stored: made(JSON.parse(row.outcome)) };
    },

    /** Writes what a claim led to. Two holders of one claim write the same; what was only `processing` may still be settled. */
    async settle({ site, sub: key }: ChargeKey, outcome: ChargeOutcome): Promise<void> {
      await db.run(
        `UPDATE charges SET outcome = ?
         WHERE site_id = ? AND idempotency_key = ?
           AND (outcome IS NULL OR outcome ->> '$.intent.status' = 'processing')`,
        JSON.stringify(outcome),
        site,
        key,
      );
    },
  };
}
export type Charges = ReturnType<typeof chargesIn>;

export function made(outcome: ChargeOutcome): MadeCharge {
  return { kind: 'created', id: outcome.kind === 'charged' ? outcome.intent.id : outcome.intent, outcome };
}

/** Users' customers at Stripe, and the order in which what belongs to them was read. */
import type { CustomerParams } from '../rules/customer-params.ts';
import { CLAIM_COLUMNS, type Claim, type ClaimRow, claimsIn, type Owner, rememberIds, toClaim } from './claims.ts';
import type { Database } from './database.ts';

export interface CreatedCustomer {
  readonly kind: 'created';
  readonly id: string;
}
export type StoredCustomer = Claim<CustomerParams> | CreatedCustomer;

interface CustomerRow extends ClaimRow {
  customer_id: string | null;
}

export function customersIn(db: Database) {
  const ids = rememberIds();
  return {
    claims: claimsIn<CustomerParams>(db, { table: 'customers', key: 'sub', made: 'customer_id' }),

    /** The id of the user's customer where this isolate has seen it before. */
    rememberedId: ids.get,

    async find(owner: Owner): Promise<StoredCustomer | null> {
      const row = await db.first<CustomerRow>(
        `SELECT customer_id, ${CLAIM_COLUMNS} FROM customers WHERE site_id = ? AND sub = ?`,
        owner.site,
        owner.sub,
      );
      if (row === null) return null;
      if (row.customer_id === null) return toClaim(row);
      ids.keep(owner, row.customer_id);
      return { kind: 'created', id: row.customer_id };
    },

    /** Null where the user has none yet. */
    async idOf(owner: Owner): Promise<string | null> {
      const known = ids.get(owner);
      if (known !== undefined) return known;
      const found = await this.find(owner);
      return found?.kind === 'created' ? found.id : null;
    },

    async ownerOf(customer: string): Promise<Owner | null> {
      return db.first<Owner>('SELECT site_id AS site, sub FROM customers WHERE customer_id = ?', customer);
    },

    /** Writes the customer that a claim led to. Two holders of one claim write the same. */
    async keepCreated({ site, sub }: Owner, { id }: Claim<CustomerParams>, customer: string): Promise<void> {
      await db.run(
        `UPDATE customers SET customer_id = ?, claim_params = NULL
         WHERE site_id = ? AND sub = ? AND customer_id IS NULL AND claim_id = ?`,
        customer,
        site,
        sub,
        id,
      );
    },

    /** Stripe no longer has the customer: somebody deleted it there. The row becomes a claim that anybody may take over. */
    async reopen(owner: Owner, customer: string, { id, params, claimedAt }: Claim<CustomerParams>): Promise<void> {
      ids.forget(owner);
      await db.run(
        `UPDATE customers SET customer_id = NULL, claim_id = ?, claim_params = ?, claimed_at = ?, claim_lease_until = 0
         WHERE site_id = ? AND sub = ? AND customer_id = ?`,
        id,
        JSON.stringify(params),
        claimedAt,
        owner.site,
        owner.sub,
        customer,
      );
    },

    /** A ticket for a reading that is about to begin: later readings have higher ones. Null without a customer. */
    async nextTicket({ site, sub }: Owner): Promise<{ ticket: number; customer: string } | null> {
      return db.first<{ ticket: number; customer: string }>(
        `UPDATE customers SET tickets_issued = tickets_issued + 1
         WHERE site_id = ? AND sub = ? AND customer_id IS NOT NULL
         RETURNING tickets_issued AS ticket, customer_id AS customer`,
        site,
        sub,
      );
    },
  };
}
export type Customers = ReturnType<typeof customersIn>;

/** What merchants have sold, for the site's backend. */
import type { Sale, Sales, SalesTotal } from '../contract.ts';
import type { Owner } from './claims.ts';
import type { Database } from './database.ts';
import { type Order, SESSION_COLUMNS, type SessionRow, toOrder } from './orders.ts';

export function salesIn(db: Database) {
  return {
    /** What a merchant has been paid, by currency; and the latest orders that were submitted, newest first. */
    async of({ site, sub }: Owner, limit: number): Promise<Sales> {
      const [totals, recent] = await db.both<SalesTotal, SessionRow>(
        [
          `SELECT facts ->> '$.currency' AS currency, count(*) AS count,
             sum(facts ->> '$.amount_total') AS amount_total,
             sum(state ->> '$.amount_refunded') AS amount_refunded,
             sum(CASE WHEN state ->> '$.dispute.status' IN ('won', 'warning_closed', 'prevented') THEN 0
                 ELSE coalesce(state ->> '$.dispute.amount', 0) END) AS amount_disputed,
             sum(facts ->> '$.application_fee_amount') AS application_fee_amount,
             sum(state ->> '$.application_fee_refunded') AS application_fee_refunded
           FROM orders WHERE site_id = ? AND sub = ? AND state ->> '$.outcome' = 'paid'
           GROUP BY 1 ORDER BY 1`,
          site,
          sub,
        ],
        [
          `SELECT ${SESSION_COLUMNS} FROM orders
           WHERE site_id = ? AND sub = ? AND state ->> '$.outcome' IN ('processing', 'paid', 'failed')
           ORDER BY claimed_at DESC, session_id LIMIT ?`,
          site,
          sub,
          limit,
        ],
      );
      return { totals, recent: recent.map((row) => saleOf(toOrder(row))) };
    },
  };
}
export type SalesStore = ReturnType<typeof salesIn>;

/** A sale as the site's backend sees it. Of one that came to nothing nothing is taken. */
function saleOf({ id, merchant, facts, state }: Order): Sale {
  const nothing = state.outcome === 'expired' || state.outcome === 'failed';
  return {
    object: 'checkout.session',
    id,
    merchant: merchant.sub,
    ...facts,
    ...(nothing ? { application_fee_amount: 0 } : {}),
    ...state,
  };
}

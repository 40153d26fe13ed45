/** Merchants' payouts as last read from Stripe. */
import type { Payout } from '../contract.ts';
import type { Owner } from './claims.ts';
import type { Database } from './database.ts';

export function payoutsIn(db: Database) {
  return {
    /** Writes a reading, unless one that began later is stored. */
    async keep(account: string, payout: Payout, ticket: number): Promise<void> {
      await db.run(
        `INSERT INTO payouts (account_id, id, created, reading, reading_ticket) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (account_id, id) DO UPDATE SET reading = excluded.reading, reading_ticket = excluded.reading_ticket
         WHERE reading_ticket < excluded.reading_ticket`,
        account,
        payout.id,
        payout.created,
        JSON.stringify(payout),
        ticket,
      );
    },

    /** Newest first. */
    async newest({ site, sub }: Owner, limit: number): Promise<Payout[]> {
      const rows = await db.all<{ reading: string }>(
        `SELECT payouts.reading FROM accounts JOIN payouts ON payouts.account_id = accounts.account_id
         WHERE accounts.site_id = ? AND accounts.sub = ? ORDER BY payouts.created DESC, payouts.id LIMIT ?`,
        site,
        sub,
        limit,
      );
      return rows.map(({ reading }) => JSON.parse(reading));
    },
  };
}
export type Payouts = ReturnType<typeof payoutsIn>;

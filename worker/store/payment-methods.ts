/** Saved payment methods as last read from Stripe, and when each was last charged. */
import type { PaymentMethod } from '../contract.ts';
import type { MethodReading } from '../stripe/payment-methods.ts';
import type { Owner } from './claims.ts';
import type { Database } from './database.ts';

export interface StoredMethod {
  readonly owner: Owner;
  readonly method: PaymentMethod;
  readonly mandate: string | null;
  /** Detached, which is for good. */
  readonly removed: boolean;
}

export interface MethodHolder {
  readonly customer: string | null;
  /** Milliseconds; null before the whole list was ever read. */
  readonly listReadAt: number | null;
  /** Newest first, removed ones too. */
  readonly methods: readonly StoredMethod[];
}

interface MethodRow {
  site_id: string;
  sub: string;
  reading: string;
  mandate_id: string | null;
  removed: number;
  last_used_at: number | null;
}

const COLUMNS = 'site_id, sub, reading, mandate_id, removed, last_used_at';

function toMethod(row: MethodRow): StoredMethod {
  const reading: MethodReading = JSON.parse(row.reading);
  return {
    owner: { site: row.site_id, sub: row.sub },
    method: { ...reading, last_used_at: row.last_used_at },
    mandate: row.mandate_id,
    removed: row.removed === 1,
  };
}

export function paymentMethodsIn(db: Database) {
  const one = async (where: string, ...values: string[]): Promise<StoredMethod | null> => {
    const row = await db.first<MethodRow>(`SELECT ${COLUMNS} FROM payment_methods WHERE ${where}`, ...values);
    return row === null ? null : toMethod(row);
  };
  return {
    /** Everything one user has saved, in one round trip. */
    async of({ site, sub }: Owner): Promise<MethodHolder> {
      const [[holder], rows] = await db.both<
        { customer_id: string | null; payment_methods_read_at: number | null },
        MethodRow
      >(
        ['SELECT customer_id, payment_methods_read_at FROM customers WHERE site_id = ? AND sub = ?', site, sub],
        [`SELECT ${COLUMNS} FROM payment_methods WHERE site_id = ? AND sub = ? ORDER BY id`, site, sub],
      );
      return {
        customer: holder?.customer_id ?? null,
        listReadAt: holder?.payment_methods_read_at ?? null,
        methods: rows.map(toMethod).toSorted((a, b) => b.method.created - a.method.created),
      };
    },

    find: ({ site, sub }: Owner, id: string) => one('site_id = ? AND sub = ? AND id = ?', site, sub, id),
    findById: (id: string) => one('id = ?', id),
    findByMandate: (mandate: string) => one('mandate_id = ?', mandate),

    /** Writes readings that began with one ticket, each unless a later one is stored; all of them or none. */
    async keep(
      { site, sub }: Owner,
      readings: readonly MethodReading[],
      ticket: number,
      {
        mandate = null,
        listReadAt = null,
      }: { readonly mandate?: string | null; readonly listReadAt?: number | null } = {},
    ): Promise<void> {
      const rows = readings.map((reading) => ({ id: reading.id, reading: JSON.stringify(reading) }));
      await db.batch([
        [
          `INSERT INTO payment_methods (site_id, sub, id, reading, reading_ticket, mandate_id)
           SELECT ?1, ?2, value ->> 'id', value ->> 'reading', ?3, ?4 FROM json_each(?5) WHERE true
           ON CONFLICT (site_id, sub, id) DO UPDATE SET
             reading = CASE WHEN reading_ticket < excluded.reading_ticket THEN excluded.reading ELSE reading END,
             reading_ticket = max(reading_ticket, excluded.reading_ticket),
             mandate_id = coalesce(excluded.mandate_id, mandate_id)`,
          site,
          sub,
          ticket,
          mandate,
          JSON.stringify(rows),
        ],
        [
          `UPDATE customers SET payment_methods_read_at = coalesce(?3, payment_methods_read_at)
           WHERE site_id = ?1 AND sub = ?2`,
          site,
          sub,
          listReadAt,
        ],
      ]);
    },

    /** It was detached: nothing read before, or by somebody slower, brings it back. */
    async remove({ site, sub }: Owner, id: string): Promise<void> {
      await db.run('UPDATE payment_methods SET removed = 1 WHERE site_id = ? AND sub = ? AND id = ?', site, sub, id);
    },

    /** @param at seconds */
    async used({ site, sub }: Owner, id: string, at: number): Promise<void> {
      await db.run(
        `UPDATE payment_methods SET last_used_at = max(coalesce(last_used_at, 0), ?4)
         WHERE site_id = ?1 AND sub = ?2 AND id = ?3`,
        site,
        sub,
        id,
        at,
      );
    },
  };
}
export type PaymentMethods = ReturnType<typeof paymentMethodsIn>;

/** As a person sees them. */
export function shownMethods({ methods }: MethodHolder): PaymentMethod[] {
  return methods.filter(({ removed }) => !removed).map(({ method }) => method);
}

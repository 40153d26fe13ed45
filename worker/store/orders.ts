/** Orders by the keys of pages' requests: the claim under which a session is made, and the sale as last read from Stripe. */
import type { Sale } from '../contract.ts';
import type { CheckoutParams } from '../rules/checkout-params.ts';
import type { SaleState } from '../rules/sale.ts';
import type { MadeSession } from '../stripe/checkout.ts';
import { CLAIM_COLUMNS, type Claim, type ClaimRow, claimsIn, type Owner, toClaim } from './claims.ts';
import type { Database, Value } from './database.ts';

/** An order is found as what a user has once is: by the site, and in place of the user the hash of the key. */
export type OrderKey = Owner;

/** What never changes of a sale. */
export type OrderFacts = Pick<Sale, 'line_items' | 'amount_total' | 'currency' | 'created' | 'application_fee_amount'>;

/** An order whose session exists. */
export interface Order {
  readonly kind: 'created';
  /** The session's, `cs_…`. */
  readonly id: string;
  readonly merchant: Owner;
  readonly account: string;
  readonly facts: OrderFacts;
  readonly state: SaleState;
  readonly ticket: number;
}

export interface FoundOrder {
  readonly request: string;
  readonly stored: Claim<CheckoutParams> | Order;
}

export interface SessionRow {
  site_id: string;
  sub: string;
  account_id: string;
  session_id: string;
  facts: string;
  state: string;
  reading_ticket: number;
}
type OrderRow = ClaimRow & { [Name in keyof SessionRow]: SessionRow[Name] | null } & { request: string | null };

/** What there is of an order whose session exists. */
export const SESSION_COLUMNS = 'site_id, sub, account_id, session_id, facts, state, reading_ticket';

export function toOrder(row: SessionRow): Order {
  return {
    kind: 'created',
    id: row.session_id,
    merchant: { site: row.site_id, sub: row.sub },
    account: row.account_id,
    facts: JSON.parse(row.facts),
    state: JSON.parse(row.state),
    ticket: row.reading_ticket,
  };
}

/** Narrows by the column that is null while there is no session. */
function hasSession(row: OrderRow): row is OrderRow & SessionRow {
  return row.session_id !== null;
}

export function ordersIn(db: Database) {
  const one = async (where: string, ...values: Value[]): Promise<Order | null> => {
    const row = await db.first<SessionRow>(`SELECT ${SESSION_COLUMNS} FROM orders WHERE ${where}`, ...values);
    return row === null ? null : toOrder(row);
  };
  return {
    claims: claimsIn<CheckoutParams>(db, { table: 'orders', key: 'idempotency_key', made: 'session_id' }),

    async find({ site, sub: key }: OrderKey): Promise<FoundOrder | null> {
      const row = await db.first<OrderRow>(
        `SELECT ${CLAIM_COLUMNS}, request, ${SESSION_COLUMNS} FROM orders WHERE site_id = ? AND idempotency_key = ?`,
        site,
        key,
      );
      if (row === null) return null;
      if (hasSession(row)) return { request: row.request ?? '', stored: toOrder(row) };
      const claim = toClaim<CheckoutParams>(row);
      return { request: claim.params.request, stored: claim };
    },

    findSession: (site: string, session: string) => one('site_id = ? AND session_id = ?', site, session),
    findOfAccount: (account: string, session: string) => one('session_id = ? AND account_id = ?', session, account),
    findByIntent: (account: string, intent: string) => one('payment_intent_id = ? AND account_id = ?', intent, account),

    /**
     * Claims an order and counts it against the day: both or neither, and only the one who wins the claim counts.
     * @returns `taken` when there is a row already, `exceeded` when the day has no more
     */
    async claimToday(
      { site, sub: key }: OrderKey,
      claim: Claim<CheckoutParams>,
      { day, quota }: { readonly day: string; readonly quota: number },
    ): Promise<'won' | 'taken' | 'exceeded'> {
      const [, , rows] = await db.batch([
        [
          `INSERT INTO checkout_days (day, site_id, sessions, last_claim)
           SELECT ?1, ?2, 1, ?3
           WHERE ?4 > 0 AND NOT EXISTS (SELECT 1 FROM orders WHERE site_id = ?2 AND idempotency_key = ?5)
           ON CONFLICT (day, site_id) DO UPDATE SET sessions = sessions + 1, last_claim = excluded.last_claim
           WHERE sessions < ?4`,
          day,
          site,
          claim.id,
          quota,
          key,
        ],
        [
          `INSERT INTO orders (site_id, idempotency_key, ${CLAIM_COLUMNS}) SELECT ?1, ?2, ?3, ?4, ?5, ?6
           WHERE EXISTS (SELECT 1 FROM checkout_days WHERE day = ?7 AND site_id = ?1 AND last_claim = ?3)`,
          site,
          key,
          claim.id,
          JSON.stringify(claim.params),
          claim.claimedAt,
          claim.leaseUntil,
          day,
        ],
        ['SELECT claim_id FROM orders WHERE site_id = ? AND idempotency_key = ?', site, key],
      ]);
      const holder = rows?.[0]?.claim_id;
      if (holder === undefined) return 'exceeded';
      return holder === claim.id ? 'won' : 'taken';
    },

    /** Writes the session that a claim led to. Two holders of one claim write the same. */
    async keepCreated(
      { site, sub: key }: OrderKey,
      { id, params }: Claim<CheckoutParams>,
      session: MadeSession,
    ): Promise<void> {
      const { line_items, application_fee_amount } = params;
      await db.run(
        `UPDATE orders SET session_id = ?, request = ?, sub = ?, account_id = ?, facts = ?, state = ?, payment_intent_id = ?,
           claim_params = NULL
         WHERE site_id = ? AND idempotency_key = ? AND session_id IS NULL AND claim_id = ?`,
        session.id,
        params.request,
        params.merchant,
        params.account,
        JSON.stringify({ ...session.facts, line_items: [...line_items], application_fee_amount } satisfies OrderFacts),
        JSON.stringify(session.state),
        session.state.payment_intent,
        site,
        key,
        id,
      );
    },

    /** True for one of those who would have it read within `least` milliseconds. */
    async takeTurn({ id }: Order, now: number, least: number): Promise<boolean> {
      const sql = 'UPDATE orders SET asked_at = ?1 WHERE session_id = ?2 AND asked_at <= ?1 - ?3';
      return (await db.run(sql, now, id, least)) > 0;
    },

    /** @returns false when another state was stored since `seen` was read */
    async replace(seen: Order, { state, ticket }: Order): Promise<boolean> {
      const written = await db.run(
        `UPDATE orders SET state = ?, payment_intent_id = ?, reading_ticket = ?
         WHERE session_id = ? AND reading_ticket = ? AND state = ?`,
        JSON.stringify(state),
        state.payment_intent,
        ticket,
        seen.id,
        seen.ticket,
        JSON.stringify(seen.state),
      );
      return written > 0;
    },

    /** Forgets the counts of days before this one, and claims that led to nothing. @param claimedBefore milliseconds */
    async forget(day: string, claimedBefore: number): Promise<void> {
      await db.batch([
        ['DELETE FROM checkout_days WHERE day < ?', day],
        ['DELETE FROM orders WHERE session_id IS NULL AND claimed_at < ?', claimedBefore],
      ]);
    },
  };
}
export type Orders = ReturnType<typeof ordersIn>;

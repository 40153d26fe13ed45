/** One record per Stripe event, and who is working on it. */
import type { Database } from './database.ts';

export type EventState = 'pending' | 'done' | 'aside' | 'ignored' | 'kept' | 'failed';

export interface RecordedEvent {
  readonly id: string;
  readonly type: string;
  /** The connected account it is about; null for the platform's own. */
  readonly accountId: string | null;
  /** The object it is about, and the customer that belongs to; null where the payload names none. */
  readonly objectId: string | null;
  readonly customerId: string | null;
  /** The payment method that a mandate is of. */
  readonly methodId: string | null;
  /** The payment that a session, charge, refund or dispute is of. */
  readonly intentId: string | null;
  readonly livemode: boolean;
}

interface EventRow {
  id: string;
  type: string;
  account_id: string | null;
  object_id: string | null;
  customer_id: string | null;
  payment_method_id: string | null;
  payment_intent_id: string | null;
  livemode: number;
}

/** Milliseconds: longer than any handler may take. */
const LEASE = 60_000;
/** Milliseconds before the sweep's second try; it doubles, so the last of twelve comes after some seventeen hours. */
const FIRST_WAIT = 30_000;
const MOST_ATTEMPTS = 12;
/** As in the index that answers it (0005): fees are about an account, and come to the platform's endpoint. */
const OF_CONNECT = "account_id IS NOT NULL AND substr(type, 1, 15) <> 'application_fee'";

export function eventsIn(db: Database) {
  return {
    /**
     * Records a delivery in one statement. Of all deliveries of an event at most one is told to work on it, until it is
     * done or its lease has lapsed (a crash after the record was written).
     * @returns true when the caller holds the lease
     */
    async record(
      event: RecordedEvent & { readonly created: number },
      state: 'pending' | 'kept',
      lease: string,
      now: number,
    ): Promise<boolean> {
      const row = await db.first<{ state: EventState; lease: string }>(
        `INSERT INTO events (id, type, account_id, object_id, customer_id, payment_method_id, payment_intent_id, livemode,
                             created, received_at, state, lease, lease_until, sweep_after)
         VALUES (?1, ?2, ?3, ?4, ?5, ?12, ?13, ?6, ?7, ?8, ?9, ?10, ?11, ?11)
         ON CONFLICT (id) DO UPDATE SET
           deliveries = deliveries + 1,
           lease = CASE WHEN state = 'pending' AND lease_until <= ?8 THEN ?10 ELSE lease END,
           lease_until = CASE WHEN state = 'pending' AND lease_until <= ?8 THEN ?11 ELSE lease_until END
         RETURNING state, lease`,
        event.id,
        event.type,
        event.accountId,
        event.objectId,
        event.customerId,
        event.livemode ? 1 : 0,
        event.created,
        now,
        state,
        lease,
        now + LEASE,
        event.methodId,
        event.intentId,
      );
      return row?.state === 'pending' && row.lease === lease;
    },

    async finish(id: string, state: Exclude<EventState, 'pending'>): Promise<void> {
      await db.run('UPDATE events SET state = ? WHERE id = ?', state, id);
    },

    /** The work failed: the next delivery tries again, or the sweep after twice the last wait; at last it is given up. */
    async postpone(id: string, now: number): Promise<void> {
      await db.run(
        `UPDATE events SET attempts = attempts + 1,
           state = CASE WHEN attempts + 1 >= ${MOST_ATTEMPTS} THEN 'failed' ELSE state END,
           lease = '', lease_until = ?2, sweep_after = ?2 + (${FIRST_WAIT} << attempts)
         WHERE id = ?1 AND state = 'pending'`,
        id,
        now,
      );
    },

    /** When the latest event came, in milliseconds: of the platform's own account, and of connected accounts. */
    async lastReceived(livemode: boolean): Promise<Record<'account' | 'connect', number | null>> {
      const latest = (connect: 0 | 1) =>
        `(SELECT max(received_at) FROM events WHERE livemode = ?1 AND (${OF_CONNECT}) = ${connect})`;
      const row = await db.first<Record<'account' | 'connect', number | null>>(
        `SELECT ${latest(0)} AS account, ${latest(1)} AS connect`,
        livemode ? 1 : 0,
      );
      return { account: row?.account ?? null, connect: row?.connect ?? null };
    },

    /** Takes up to `limit` events whose work was cut short or failed, the longest waiting first. */
    async takeLapsed(limit: number, lease: string, now: number): Promise<RecordedEvent[]> {
      const rows = await db.all<EventRow>(
        `UPDATE events SET lease = ?1, lease_until = ?2, sweep_after = ?2
         WHERE id IN (SELECT id FROM events WHERE state = 'pending' AND sweep_after <= ?3 ORDER BY sweep_after LIMIT ?4)
           AND lease_until <= ?3
         RETURNING id, type, account_id, object_id, customer_id, payment_method_id, payment_intent_id, livemode`,
        lease,
        now + LEASE,
        now,
        limit,
      );
      return rows.map((row) => ({
        id: row.id,
        type: row.type,
        accountId: row.account_id,
        objectId: row.object_id,
        customerId: row.customer_id,
        methodId: row.payment_method_id,
        intentId: row.payment_intent_id,
        livemode: row.livemode === 1,
      }));
    },
  };
}
export type Events = ReturnType<typeof eventsIn>;

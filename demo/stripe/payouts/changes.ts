/** How payouts change: the money leaves the balance at once, and comes back where the bank does not take it. */
import { connectedAccount } from '../accounts/connected.ts';
import { enter } from '../balance_transactions/ledger.ts';
import { type Cause, changedFrom, emit, STRIPE_ITSELF } from '../events/event.ts';
import type { Store, World } from '../world.ts';
import {
  type AboutPayout,
  FAILURES,
  type FailureCode,
  failureAt,
  newPayout,
  newPayoutId,
  type StoredPayout,
} from './payout.ts';

const ARRIVES = 24 * 60 * 60;

/** On its way, until its bank has it a day later. */
export function sendPayout(world: World, store: Store, about: AboutPayout, cause: Cause): StoredPayout {
  const payout = startPayout(world, store, about, cause);
  world.later(payout.arrival_date, () => {
    const current = store.payouts.get(payout.id);
    const failure = failureAt(connectedAccount(world, store)?.bank ?? null);
    if (current?.status === 'pending') settlePayout(world, store, current, failure);
  });
  return payout;
}

/** Whoever starts it settles it. */
export function startPayout(world: World, store: Store, about: AboutPayout, cause: Cause): StoredPayout {
  const id = newPayoutId();
  const now = world.now();
  const entry = enter(world, store, {
    type: 'payout',
    reporting_category: 'payout',
    amount: -about.amount,
    currency: about.currency,
    source: id,
    description: about.description ?? 'STRIPE PAYOUT',
  });
  const payout = newPayout(store, { id, entry: entry.id, now, arrives: now + ARRIVES }, about);
  store.payouts.set(payout.id, payout);
  emit(world, store, cause, { type: 'payout.created', object: payout });
  return payout;
}

/** @param failure null where the bank took it */
export function settlePayout(
  world: World,
  store: Store,
  payout: StoredPayout,
  failure: FailureCode | null,
): StoredPayout {
  const settled: StoredPayout =
    failure === null
      ? { ...payout, status: 'paid' }
      : {
          ...payout,
          failure_balance_transaction: returned(world, store, payout, 'payout_failure'),
          failure_code: failure,
          failure_message: FAILURES[failure],
          status: 'failed',
        };
  store.payouts.set(settled.id, settled);
  emit(world, store, STRIPE_ITSELF, { type: failure === null ? 'payout.paid' : 'payout.failed', object: settled });
  return settled;
}

export function cancelPayout(world: World, store: Store, payout: StoredPayout, cause: Cause): StoredPayout {
  const failure_balance_transaction = returned(world, store, payout, 'payout_cancel');
  const canceled: StoredPayout = { ...payout, failure_balance_transaction, status: 'canceled' };
  store.payouts.set(canceled.id, canceled);
  emit(world, store, cause, { type: 'payout.canceled', object: canceled });
  return canceled;
}

export function updatePayout(
  world: World,
  store: Store,
  before: StoredPayout,
  metadata: Record<string, string>,
  cause: Cause,
): StoredPayout {
  const payout = { ...before, metadata };
  store.payouts.set(payout.id, payout);
  const previous = changedFrom(before, payout);
  if (previous) emit(world, store, cause, { type: 'payout.updated', object: payout, previous });
  return payout;
}

function returned(
  world: World,
  store: Store,
  { id, amount, currency }: StoredPayout,
  type: 'payout_cancel' | 'payout_failure',
): string {
  const description = type === 'payout_cancel' ? 'STRIPE PAYOUT CANCEL' : 'STRIPE PAYOUT FAILURE';
  return enter(world, store, { type, reporting_category: 'payout_reversal', amount, currency, source: id, description })
    .id;
}

/** How disputes change: stored first, then the events that the change amounts to. */
import { keepEntry } from '../balance_transactions/ledger.ts';
import type { StoredCharge } from '../charges/charge.ts';
import { type Cause, changedFrom, emit, STRIPE_ITSELF } from '../events/event.ts';
import type { Store, World } from '../world.ts';
import { movement, newDispute, type StoredDispute } from './dispute.ts';
import { hasEvidence, verdict } from './evidence.ts';

/** How long the bank takes to decide. */
const REVIEW = 5;

/** What becomes of a charge once its money was taken, where its card is one that disputes. */
export function disputeWhereOrdered(world: World, store: Store, charge: StoredCharge): StoredCharge {
  const card = store.paymentMethods.get(charge.payment_method ?? '')?.card;
  if (!card?.dispute || !charge.captured) return charge;
  const disputed = { ...charge, disputed: true };
  const dispute = newDispute(store, disputed, card.dispute, world.now());
  store.charges.set(disputed.id, disputed);
  store.disputes.set(dispute.id, dispute);
  for (const entry of dispute.balance_transactions) keepEntry(world, store, entry);
  emit(world, store, STRIPE_ITSELF, { type: 'charge.dispute.created', object: dispute });
  if (dispute.balance_transactions.length > 0) {
    emit(world, store, STRIPE_ITSELF, { type: 'charge.dispute.funds_withdrawn', object: dispute });
  }
  world.later(dispute.evidence_details.due_by, () => {
    const current = store.disputes.get(dispute.id);
    if (current && isAnswerable(current)) closeDispute(world, store, current, 'lost', STRIPE_ITSELF);
  });
  return disputed;
}

export function isAnswerable({ status }: StoredDispute): boolean {
  return status === 'needs_response' || status === 'warning_needs_response';
}

export function updateDispute(
  world: World,
  store: Store,
  before: StoredDispute,
  after: StoredDispute,
  cause: Cause,
): StoredDispute {
  const previous = changedFrom(before, after);
  if (!previous) return before;
  store.disputes.set(after.id, after);
  emit(world, store, cause, { type: 'charge.dispute.updated', object: after, previous });
  return after;
}

/** Off to the bank, for good: the clock brings its answer. */
export function submitted(world: World, store: Store, dispute: StoredDispute): StoredDispute {
  if (!hasEvidence(dispute.evidence)) return dispute;
  const decision = verdict(dispute.evidence);
  if (decision) {
    world.later(world.now() + REVIEW, () => {
      const current = store.disputes.get(dispute.id);
      if (current) closeDispute(world, store, current, decision, STRIPE_ITSELF);
    });
  }
  return {
    ...dispute,
    evidence_details: { ...dispute.evidence_details, submission_count: 1, submission_method: 'manual' },
    status: dispute.status === 'warning_needs_response' ? 'warning_under_review' : 'under_review',
  };
}

/** An inquiry just ends, whoever was right: no money had moved. */
export function closeDispute(
  world: World,
  store: Store,
  dispute: StoredDispute,
  decision: 'won' | 'lost',
  cause: Cause,
): StoredDispute {
  const [withdrawn] = dispute.balance_transactions;
  const won = withdrawn !== undefined && decision === 'won';
  const returned = won ? [keepEntry(world, store, movement(dispute, 'reinstated', world.now()))] : [];
  const closed: StoredDispute = {
    ...dispute,
    balance_transactions: [...dispute.balance_transactions, ...returned],
    status: withdrawn ? decision : 'warning_closed',
  };
  store.disputes.set(closed.id, closed);
  emit(world, store, cause, {
    type: 'charge.dispute.closed',
    object: closed,
    previous: changedFrom(dispute, closed) ?? {},
  });
  if (won) emit(world, store, cause, { type: 'charge.dispute.funds_reinstated', object: closed });
  return closed;
}

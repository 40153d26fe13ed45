/** How money is given back: stored first, then the events that it amounts to. */
import type Stripe from 'stripe';
import { invalid, refused } from '../api/errors.ts';
import { moneyReturned } from '../balance_transactions/charge.ts';
import type { StoredCharge } from '../charges/charge.ts';
import { type Cause, changedFrom, emit } from '../events/event.ts';
import { newId, type Store, type World } from '../world.ts';

const DAY = 24 * 60 * 60;
/** Cash App takes nothing back later. */
const CASHAPP_REFUNDABLE = 90 * DAY;

export interface AboutRefund {
  amount: number;
  metadata: Record<string, string>;
  reason: Stripe.Refund.Reason | null;
  /** Whether the platform gives its part back as well. */
  applicationFee: boolean;
}

/** @param about an amount that {@link refundAmount} allows */
export function giveMoneyBack(
  world: World,
  store: Store,
  before: StoredCharge,
  about: AboutRefund,
  cause: Cause,
): Stripe.Refund {
  const { amount, metadata, reason } = about;
  const id = newId('re_3', 23);
  const refund: Stripe.Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: moneyReturned(world, store, before, { id, amount }, about.applicationFee, cause),
    charge: before.id,
    created: world.now(),
    currency: before.currency,
    customer: before.customer,
    customer_account: null,
    metadata,
    payment_intent: before.payment_intent,
    payment_method: before.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  };
  const amount_refunded = before.amount_refunded + amount;
  const charge: StoredCharge = { ...before, amount_refunded, refunded: amount_refunded === before.amount };
  store.refunds.set(refund.id, refund);
  store.charges.set(charge.id, charge);
  emit(world, store, cause, { type: 'refund.created', object: refund });
  emit(world, store, cause, {
    type: 'charge.refunded',
    object: charge,
    previous: changedFrom(before, charge) ?? {},
  });
  return refund;
}

/** All that is left, unless less is asked for; throws where nothing of it can be given back. */
export function refundAmount(world: World, store: Store, charge: StoredCharge, given: number | null): number {
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) {
    throw refused(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  if (isChargedBack(store, charge)) {
    throw refused(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' });
  }
  const cashapp = charge.payment_method_details?.type === 'cashapp';
  if (cashapp && charge.created + CASHAPP_REFUNDABLE < world.now()) {
    throw refused('This charge was paid with Cash App more than 90 days ago, so it cannot be refunded.');
  }
  const amount = given ?? left;
  if (amount > left || amount === 0) {
    throw invalid(
      'amount',
      `Refund amount (${amount}) has to be greater than 0, and not greater than the unrefunded amount on charge (${left}).`,
    );
  }
  return amount;
}

export function isChargedBack(store: Store, charge: StoredCharge): boolean {
  return Array.from(store.disputes.values()).some(
    (dispute) => dispute.charge === charge.id && !dispute.is_charge_refundable,
  );
}

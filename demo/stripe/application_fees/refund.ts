/** A fee is given back in parts or whole: with a refund of its charge, or on its own. */
import type Stripe from 'stripe';
import { enter } from '../balance_transactions/ledger.ts';
import type { StoredCharge } from '../charges/charge.ts';
import { type Cause, changedFrom, emit } from '../events/event.ts';
import { newId, type Store, type World } from '../world.ts';
import { feeOfCharge, type StoredFee } from './fee.ts';

/**
 * With a refund of the charge: as much of the fee as the refund is of the charge. Null where nothing is left to give.
 * @param charge as it was before the refund
 * @param amount of the refund
 */
export function giveBack(
  world: World,
  store: Store,
  charge: StoredCharge,
  amount: number,
  cause: Cause,
): Stripe.FeeRefund | null {
  const fee = feeOfCharge(world, store, charge.id);
  const share = fee ? shareOf(fee, charge, amount) : 0;
  if (!fee || share === 0 || store.platform === null) return null;
  return refundFee(world, world.store(store.platform, store.livemode), fee, share, {}, cause);
}

/** Rounded so that the shares of refunds that make up the whole charge make up the whole fee. */
export function shareOf(
  fee: Pick<StoredFee, 'amount' | 'amount_refunded'>,
  charge: Pick<StoredCharge, 'amount' | 'amount_captured' | 'amount_refunded'>,
  amount: number,
): number {
  // What was never captured counts as refunded from the start.
  const before = charge.amount_refunded - (charge.amount - charge.amount_captured);
  const upTo = (refunded: number) => Math.round((fee.amount * refunded) / charge.amount_captured);
  return Math.min(upTo(before + amount) - upTo(before), fee.amount - fee.amount_refunded);
}

/** Without a refund of the charge: the account it was taken from gets it as a movement of its own. */
export function giveBackAlone(
  world: World,
  platform: Store,
  fee: StoredFee,
  amount: number,
  metadata: Record<string, string>,
  cause: Cause,
): Stripe.FeeRefund {
  const refund = refundFee(world, platform, fee, amount, metadata, cause);
  const account = world.store(fee.account, platform.livemode, platform.account);
  enter(world, account, {
    type: 'adjustment',
    reporting_category: 'fee',
    amount,
    currency: fee.currency,
    source: refund.id,
    description: 'Application fee refund',
    available_on: heldUntil(world, platform, fee),
  });
  return refund;
}

/** What comes from a fee that is still pending is pending as long. */
function heldUntil(world: World, platform: Store, fee: StoredFee): number {
  return Math.max(platform.balanceTransactions.get(fee.balance_transaction)?.available_on ?? 0, world.now());
}

function refundFee(
  world: World,
  platform: Store,
  fee: StoredFee,
  amount: number,
  metadata: Record<string, string>,
  cause: Cause,
): Stripe.FeeRefund {
  const id = newId('fr_1', 23);
  const entry = enter(world, platform, {
    type: 'application_fee_refund',
    reporting_category: 'platform_earning_refund',
    amount: -amount,
    currency: fee.currency,
    source: id,
    description: 'Application fee refund',
    available_on: heldUntil(world, platform, fee),
  });
  const refund: Stripe.FeeRefund = {
    id,
    object: 'fee_refund',
    amount,
    balance_transaction: entry.id,
    created: world.now(),
    currency: fee.currency,
    fee: fee.id,
    metadata,
  };
  const amount_refunded = fee.amount_refunded + amount;
  const refunded: StoredFee = {
    ...fee,
    amount_refunded,
    refunded: amount_refunded === fee.amount,
    refunds: { ...fee.refunds, data: [refund, ...fee.refunds.data] },
  };
  platform.applicationFees.set(refunded.id, refunded);
  emit(world, platform, cause, {
    type: 'application_fee.refunded',
    object: refunded,
    previous: changedFrom(fee, refunded) ?? {},
  });
  return refund;
}

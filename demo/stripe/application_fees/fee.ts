/** What a platform keeps of a direct charge: the fee belongs to the platform, the charge to the account connected to it. */
import type Stripe from 'stripe';
import { applicationId } from '../accounts/platform.ts';
import { enter } from '../balance_transactions/ledger.ts';
import { availableOn } from '../balance_transactions/settlement.ts';
import type { StoredCharge } from '../charges/charge.ts';
import { type Cause, emit } from '../events/event.ts';
import { newId, type Store, type World } from '../world.ts';

export interface StoredFee extends Stripe.ApplicationFee {
  account: string;
  balance_transaction: string;
  charge: string;
}

/** Makes the fee of a charge whose money was taken, and answers its id; null where the platform asked for none. */
export function takeFee(world: World, store: Store, charge: StoredCharge, cause: Cause): string | null {
  const amount = feeAmount(charge);
  if (store.platform === null || amount === 0) return null;
  const platform = world.store(store.platform, store.livemode);
  const id = newId('fee_1', 23);
  const entry = enter(world, platform, {
    type: 'application_fee',
    reporting_category: 'platform_earning',
    amount,
    currency: charge.currency,
    source: id,
    description: 'Application fee',
    available_on: availableOn(store, charge, world.now()),
  });
  const fee: StoredFee = {
    id,
    object: 'application_fee',
    account: store.account,
    amount,
    amount_refunded: 0,
    application: applicationId(platform.account),
    balance_transaction: entry.id,
    charge: charge.id,
    created: world.now(),
    currency: charge.currency,
    fee_source: { charge: charge.id, type: 'charge' },
    livemode: store.livemode,
    originating_transaction: null,
    refunded: false,
    refunds: { object: 'list', data: [], has_more: false, url: `/v1/application_fees/${id}/refunds` },
  };
  platform.applicationFees.set(fee.id, fee);
  emit(world, platform, cause, { type: 'application_fee.created', object: fee });
  return fee.id;
}

/** Never more than what the charge brought. */
export function feeAmount({ application_fee_amount, amount_captured }: StoredCharge): number {
  return Math.min(application_fee_amount ?? 0, amount_captured);
}

/** Kept with the platform; the account it was taken from may read it as well. */
export function feeNamed(world: World, store: Store, id: string): StoredFee | undefined {
  return feesSeenBy(world, store).find((fee) => fee.id === id);
}

export function feeOfCharge(world: World, store: Store, charge: string): StoredFee | undefined {
  return feesSeenBy(world, store).find((fee) => fee.charge === charge);
}

function feesSeenBy(world: World, store: Store): StoredFee[] {
  if (store.platform === null) return Array.from(store.applicationFees.values());
  const fees = world.store(store.platform, store.livemode).applicationFees.values();
  return Array.from(fees).filter((fee) => fee.account === store.account);
}

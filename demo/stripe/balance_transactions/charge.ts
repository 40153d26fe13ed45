/** What a charge and its refunds do to the balance of the account they belong to. */
import type Stripe from 'stripe';
import { connectedAccount } from '../accounts/connected.ts';
import { applicationId } from '../accounts/platform.ts';
import { feeAmount, takeFee } from '../application_fees/fee.ts';
import { giveBack } from '../application_fees/refund.ts';
import type { StoredCharge } from '../charges/charge.ts';
import type { Cause } from '../events/event.ts';
import type { Store, World } from '../world.ts';
import { enter } from './ledger.ts';
import { availableOn, stripeFee } from './settlement.ts';

/** The money of a charge was taken: the platform gets its fee, Stripe its own, and the account what is left. */
export function moneyTaken(world: World, store: Store, charge: StoredCharge, cause: Cause): StoredCharge {
  if (!charge.captured) return charge;
  store.charges.set(charge.id, charge);
  const application_fee = takeFee(world, store, charge, cause);
  const { id } = enter(world, store, {
    type: isCard(charge) ? 'charge' : 'payment',
    reporting_category: 'charge',
    amount: charge.amount_captured,
    currency: charge.currency,
    source: charge.id,
    description: charge.description,
    fee_details: [
      ...(paysStripe(world, store) ? [stripesPart(charge)] : []),
      ...(application_fee ? [platformsPart(store, feeAmount(charge), charge.currency)] : []),
    ],
    available_on: availableOn(store, charge, world.now()),
  });
  const taken = { ...charge, application_fee, balance_transaction: id };
  store.charges.set(taken.id, taken);
  return taken;
}

/**
 * The money of a refund goes back, from what is pending while the charge's is. Stripe keeps its fee, and so does the
 * platform unless it says otherwise. Answers the id of the movement.
 * @param charge as it was before the refund
 */
export function moneyReturned(
  world: World,
  store: Store,
  charge: StoredCharge,
  refund: Pick<Stripe.Refund, 'id' | 'amount'>,
  withApplicationFee: boolean,
  cause: Cause,
): string {
  const given = withApplicationFee ? giveBack(world, store, charge, refund.amount, cause) : null;
  const taken = store.balanceTransactions.get(charge.balance_transaction ?? '');
  return enter(world, store, {
    type: isCard(charge) ? 'refund' : 'payment_refund',
    reporting_category: 'refund',
    amount: -refund.amount,
    currency: charge.currency,
    source: refund.id,
    description: charge.description ? `REFUND FOR CHARGE (${charge.description})` : 'REFUND FOR CHARGE',
    fee_details: given ? [platformsPart(store, -given.amount, charge.currency)] : [],
    available_on: Math.max(taken?.available_on ?? 0, world.now()),
  }).id;
}

function isCard(charge: StoredCharge): boolean {
  return charge.payment_method_details?.type === 'card';
}

/** A platform pays for its own charges; where it pays for those of an account, Stripe bills it apart from them. */
function paysStripe(world: World, store: Store): boolean {
  const account = connectedAccount(world, store);
  return account === undefined || account.controller.fees.payer === 'account';
}

function stripesPart({ amount_captured, currency }: StoredCharge): Stripe.BalanceTransaction.FeeDetail {
  return {
    amount: stripeFee(amount_captured),
    application: null,
    currency,
    description: 'Stripe processing fees',
    type: 'stripe_fee',
  };
}

function platformsPart(store: Store, amount: number, currency: string): Stripe.BalanceTransaction.FeeDetail {
  const application = store.platform && applicationId(store.platform);
  return { amount, application, currency, description: 'Application fee', type: 'application_fee' };
}

import type Stripe from 'stripe';
import type * as v from 'valibot';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { invalid, noSuch, refused } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import {
  boolean,
  mergeMetadata,
  metadata,
  object,
  oneOf,
  optional,
  positive,
  range,
  text,
  within,
} from '../api/params.ts';
import { moneyReturned } from '../balance_transactions/charge.ts';
import type { StoredCharge } from '../charges/charge.ts';
import { changedFrom, emit } from '../events/event.ts';
import { newId } from '../world.ts';

const DAY = 24 * 60 * 60;
/** Cash App takes nothing back later. */
const CASHAPP_REFUNDABLE = 90 * DAY;

const params = object({
  amount: optional(positive),
  charge: optional(text),
  metadata: optional(metadata),
  payment_intent: optional(text),
  reason: optional(oneOf('duplicate', 'fraudulent', 'requested_by_customer')),
  refund_application_fee: optional(boolean),
});

export const refundEndpoints: ApiEndpoint[] = [
  endpoint('POST', '/v1/refunds', params, (call, given): Stripe.Refund => {
    const { world, store, cause } = call;
    const before = chargeOf(call, given);
    const amount = amountOf(call, before, given.amount ?? null);
    const id = newId('re_3', 23);
    const withFee = given.refund_application_fee ?? false;
    const refund: Stripe.Refund = {
      id,
      object: 'refund',
      amount,
      balance_transaction: moneyReturned(world, store, before, { id, amount }, withFee, cause),
      charge: before.id,
      created: world.now(),
      currency: before.currency,
      customer: before.customer,
      customer_account: null,
      metadata: mergeMetadata({}, given.metadata),
      payment_intent: before.payment_intent,
      payment_method: before.payment_method,
      reason: given.reason ?? null,
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
  }),
  endpoint(
    'GET',
    '/v1/refunds',
    object({ ...paging, charge: optional(text), created: optional(range), payment_intent: optional(text) }),
    ({ store, url }, wanted): Stripe.ApiList<Stripe.Refund> =>
      page(
        'refund',
        url,
        store.refunds.values(),
        wanted,
        (refund) =>
          within(refund.created, wanted.created) &&
          (!wanted.charge || wanted.charge === refund.charge) &&
          (!wanted.payment_intent || wanted.payment_intent === refund.payment_intent),
      ),
  ),
  endpoint('GET', '/v1/refunds/:id', object({}), (call): Stripe.Refund => named(call)),
  endpoint('POST', '/v1/refunds/:id', object({ metadata: optional(metadata) }), (call, given): Stripe.Refund => {
    const { world, store, cause } = call;
    const before = named(call);
    const refund = { ...before, metadata: mergeMetadata(before.metadata ?? {}, given.metadata) };
    store.refunds.set(refund.id, refund);
    const previous = changedFrom(before, refund);
    if (previous) {
      emit(world, store, cause, { type: 'charge.refund.updated', object: refund, previous });
      emit(world, store, cause, { type: 'refund.updated', object: refund, previous });
    }
    return refund;
  }),
];

function named({ store, part }: Call): Stripe.Refund {
  const found = store.refunds.get(part('id'));
  if (!found) throw noSuch('refund', part('id'));
  return found;
}

function chargeOf({ store }: Call, given: v.InferOutput<typeof params>): StoredCharge {
  if (given.charge && given.payment_intent) {
    throw invalid(
      'charge',
      'You may only specify one of these parameters: charge, payment_intent.',
      'parameters_exclusive',
    );
  }
  if (given.payment_intent) {
    const intent = store.paymentIntents.get(given.payment_intent);
    if (!intent) throw noSuch('payment_intent', given.payment_intent, 'payment_intent');
    const charge = intent.latest_charge && store.charges.get(intent.latest_charge);
    if (charge && charge.status === 'succeeded') return charge;
    throw refused(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
  }
  if (!given.charge) {
    throw invalid(
      'charge',
      'One of the following params should be provided for this request: payment_intent or charge.',
      'parameter_missing',
    );
  }
  const charge = store.charges.get(given.charge);
  if (!charge) throw noSuch('charge', given.charge, 'charge');
  if (charge.status !== 'succeeded') throw refused('This charge did not succeed, so it cannot be refunded.');
  return charge;
}

function amountOf({ world, store }: Call, charge: StoredCharge, given: number | null): number {
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) {
    throw refused(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  const chargedBack = Array.from(store.disputes.values()).some(
    (dispute) => dispute.charge === charge.id && !dispute.is_charge_refundable,
  );
  if (chargedBack) {
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

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
import type { StoredCharge } from '../charges/charge.ts';
import { changedFrom, emit } from '../events/event.ts';
import { giveMoneyBack, refundAmount } from './changes.ts';

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
    const amount = refundAmount(world, store, before, given.amount ?? null);
    const about = {
      amount,
      metadata: mergeMetadata({}, given.metadata),
      reason: given.reason ?? null,
      applicationFee: given.refund_application_fee ?? false,
    };
    return giveMoneyBack(world, store, before, about, cause);
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

import type Stripe from 'stripe';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { invalid, noSuch, refused } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import { mergeMetadata, metadata, object, optional, positive, range, text, within } from '../api/params.ts';
import { changedFrom, emit } from '../events/event.ts';
import type { StoredFee } from './fee.ts';
import { giveBackAlone } from './refund.ts';

export const applicationFeeEndpoints: ApiEndpoint[] = [
  endpoint(
    'GET',
    '/v1/application_fees',
    object({ ...paging, charge: optional(text), created: optional(range) }),
    ({ store, url }, wanted): Stripe.ApiList<Stripe.ApplicationFee> =>
      page(
        'application fee',
        url,
        store.applicationFees.values(),
        wanted,
        (fee) => within(fee.created, wanted.created) && (!wanted.charge || wanted.charge === fee.charge),
      ),
  ),
  endpoint('GET', '/v1/application_fees/:id', object({}), (call): Stripe.ApplicationFee => named(call)),
  endpoint(
    'POST',
    '/v1/application_fees/:id/refunds',
    object({ amount: optional(positive), metadata: optional(metadata) }),
    (call, given): Stripe.FeeRefund => {
      const fee = named(call);
      const left = fee.amount - fee.amount_refunded;
      if (left === 0) throw refused(`Application fee ${fee.id} has already been refunded.`);
      const amount = given.amount ?? left;
      if (amount === 0 || amount > left) {
        throw invalid(
          'amount',
          `Refund amount (${amount}) has to be greater than 0, and not greater than the unrefunded amount on the fee (${left}).`,
        );
      }
      return giveBackAlone(call.world, call.store, fee, amount, mergeMetadata({}, given.metadata), call.cause);
    },
  ),
  endpoint(
    'GET',
    '/v1/application_fees/:id/refunds',
    object(paging),
    (call, wanted): Stripe.ApiList<Stripe.FeeRefund> =>
      page('fee refund', call.url, named(call).refunds.data.toReversed(), wanted),
  ),
  endpoint(
    'GET',
    '/v1/application_fees/:id/refunds/:refund',
    object({}),
    (call): Stripe.FeeRefund => refundNamed(call, named(call)),
  ),
  endpoint(
    'POST',
    '/v1/application_fees/:id/refunds/:refund',
    object({ metadata: optional(metadata) }),
    (call, given): Stripe.FeeRefund => {
      const { world, store, cause } = call;
      const fee = named(call);
      const before = refundNamed(call, fee);
      const refund = { ...before, metadata: mergeMetadata(before.metadata ?? {}, given.metadata) };
      const data = fee.refunds.data.map((each) => (each.id === refund.id ? refund : each));
      store.applicationFees.set(fee.id, { ...fee, refunds: { ...fee.refunds, data } });
      const previous = changedFrom(before, refund);
      if (previous) emit(world, store, cause, { type: 'application_fee.refund.updated', object: refund, previous });
      return refund;
    },
  ),
];

function named({ store, part }: Call): StoredFee {
  const found = store.applicationFees.get(part('id'));
  if (!found) throw noSuch('application fee', part('id'));
  return found;
}

function refundNamed({ part }: Call, fee: StoredFee): Stripe.FeeRefund {
  const found = fee.refunds.data.find((refund) => refund.id === part('refund'));
  if (!found) throw noSuch('fee refund', part('refund'));
  return found;
}

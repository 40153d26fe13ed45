import type Stripe from 'stripe';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { noSuch, refused } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import {
  currency,
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
import { cancelPayout, sendPayout, updatePayout } from './changes.ts';
import { requirePayable } from './check.ts';
import type { StoredPayout } from './payout.ts';

export const payoutEndpoints: ApiEndpoint[] = [
  endpoint(
    'POST',
    '/v1/payouts',
    object({
      amount: positive,
      currency,
      description: optional(text),
      destination: optional(text),
      metadata: optional(metadata),
      method: optional(oneOf('instant', 'standard')),
      source_type: optional(oneOf('bank_account', 'card', 'fpx')),
      statement_descriptor: optional(text),
    }),
    ({ world, store, cause }, given): Stripe.Payout => {
      if (given.method === 'instant') {
        throw refused('The destination of this payout does not support instant payouts.', {
          code: 'instant_payouts_unsupported',
          param: 'method',
        });
      }
      const destination = requirePayable(world, store, given.amount, given.currency);
      if (given.destination && given.destination !== destination) {
        throw noSuch('external account', given.destination, 'destination');
      }
      const about = {
        amount: given.amount,
        automatic: false,
        currency: given.currency,
        description: given.description ?? null,
        destination,
        metadata: mergeMetadata({}, given.metadata),
        statement_descriptor: given.statement_descriptor ?? null,
      };
      return sendPayout(world, store, about, cause);
    },
  ),
  endpoint(
    'GET',
    '/v1/payouts',
    object({
      ...paging,
      arrival_date: optional(range),
      created: optional(range),
      destination: optional(text),
      status: optional(oneOf('canceled', 'failed', 'in_transit', 'paid', 'pending')),
    }),
    ({ store, url }, wanted): Stripe.ApiList<Stripe.Payout> =>
      page(
        'payout',
        url,
        store.payouts.values(),
        wanted,
        (payout) =>
          within(payout.arrival_date, wanted.arrival_date) &&
          within(payout.created, wanted.created) &&
          (!wanted.destination || wanted.destination === payout.destination) &&
          (!wanted.status || wanted.status === payout.status),
      ),
  ),
  endpoint('GET', '/v1/payouts/:id', object({}), (call): Stripe.Payout => named(call)),
  endpoint('POST', '/v1/payouts/:id', object({ metadata: optional(metadata) }), (call, given): Stripe.Payout => {
    const payout = named(call);
    return updatePayout(
      call.world,
      call.store,
      payout,
      mergeMetadata(payout.metadata ?? {}, given.metadata),
      call.cause,
    );
  }),
  endpoint('POST', '/v1/payouts/:id/cancel', object({}), (call): Stripe.Payout => {
    const payout = named(call);
    if (payout.status === 'pending' && !payout.automatic)
      return cancelPayout(call.world, call.store, payout, call.cause);
    throw refused(`Payouts can only be canceled while they are pending; this one is ${payout.status}.`);
  }),
];

function named({ store, part }: Call): StoredPayout {
  const found = store.payouts.get(part('id'));
  if (!found) throw noSuch('payout', part('id'));
  return found;
}

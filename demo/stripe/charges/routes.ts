import type Stripe from 'stripe';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { ApiError, invalid, noSuch, refused } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import {
  boolean,
  currency,
  email,
  mergeMetadata,
  metadata,
  object,
  optional,
  positive,
  range,
  text,
  within,
} from '../api/params.ts';
import { moneyTaken } from '../balance_transactions/charge.ts';
import { disputeWhereOrdered } from '../disputes/changes.ts';
import { changedFrom, emit } from '../events/event.ts';
import { requireFee } from '../payment_intents/application_fee.ts';
import { testCard } from '../payment_methods/cards.ts';
import { keep, methodNamed } from '../payment_methods/changes.ts';
import { requireCustomer } from '../payment_methods/routes.ts';
import { capture } from './capture.ts';
import { newCharge, type StoredCharge } from './charge.ts';

const texts = {
  description: optional(text),
  metadata: optional(metadata),
  receipt_email: optional(email),
  transfer_group: optional(text),
};

export const chargeEndpoints: ApiEndpoint[] = [
  endpoint(
    'POST',
    '/v1/charges',
    object({
      ...texts,
      amount: positive,
      application_fee_amount: optional(positive),
      capture: optional(boolean),
      currency,
      customer: optional(text),
      source: text,
      statement_descriptor: optional(text),
      statement_descriptor_suffix: optional(text),
    }),
    (call, given): Stripe.Charge => {
      const { world, store, cause } = call;
      if (given.customer) requireCustomer(store, given.customer, 'customer');
      requireFee(store, given.application_fee_amount, given.amount, 'application_fee_amount');
      if (!testCard(given.source)) throw noSuch('token', given.source, 'source');
      const method = keep(store, { ...methodNamed(world, store, given.source, 'source'), spent: true });
      const outcome = method.card?.outcome ?? { kind: 'succeeds' };
      const about = {
        amount: given.amount,
        application_fee_amount: given.application_fee_amount ?? null,
        captured: given.capture ?? true,
        currency: given.currency,
        customer: given.customer ?? null,
        description: given.description ?? null,
        metadata: mergeMetadata({}, given.metadata),
        payment_intent: null,
        receipt_email: given.receipt_email ?? null,
        shipping: null,
        statement_descriptor: given.statement_descriptor ?? null,
        statement_descriptor_suffix: given.statement_descriptor_suffix ?? null,
        transfer_group: given.transfer_group ?? null,
      };
      if (outcome.kind === 'declined') {
        const { code, decline_code, message } = outcome;
        const failed = newCharge(store, about, method, { status: 'failed', code, decline_code, message }, world.now());
        store.charges.set(failed.id, failed);
        emit(world, store, cause, { type: 'charge.failed', object: failed });
        throw new ApiError(402, { type: 'card_error', code, decline_code, message, charge: failed.id });
      }
      const made = newCharge(store, about, method, { status: 'succeeded' }, world.now());
      store.charges.set(made.id, made);
      const charge = moneyTaken(world, store, made, cause);
      emit(world, store, cause, { type: 'charge.succeeded', object: charge });
      return disputeWhereOrdered(world, store, charge);
    },
  ),
  endpoint(
    'GET',
    '/v1/charges',
    object({ ...paging, created: optional(range), customer: optional(text), payment_intent: optional(text) }),
    ({ store, url }, wanted): Stripe.ApiList<Stripe.Charge> =>
      page(
        'charge',
        url,
        store.charges.values(),
        wanted,
        (charge) =>
          within(charge.created, wanted.created) &&
          (!wanted.customer || wanted.customer === charge.customer) &&
          (!wanted.payment_intent || wanted.payment_intent === charge.payment_intent),
      ),
  ),
  endpoint('GET', '/v1/charges/:id', object({}), (call): Stripe.Charge => named(call)),
  endpoint('POST', '/v1/charges/:id', object(texts), (call, given): Stripe.Charge => {
    const { world, store, cause } = call;
    const before = named(call);
    const charge: StoredCharge = {
      ...before,
      description: given.description === undefined ? before.description : given.description,
      metadata: mergeMetadata(before.metadata, given.metadata),
      receipt_email: given.receipt_email === undefined ? before.receipt_email : given.receipt_email,
      transfer_group: given.transfer_group ?? before.transfer_group,
    };
    store.charges.set(charge.id, charge);
    const previous = changedFrom(before, charge);
    if (previous) emit(world, store, cause, { type: 'charge.updated', object: charge, previous });
    return charge;
  }),
  endpoint('POST', '/v1/charges/:id/capture', object({ amount: optional(positive) }), (call, given): Stripe.Charge => {
    const charge = named(call);
    if (charge.payment_intent !== null) {
      throw refused('This charge belongs to a PaymentIntent. Capture the PaymentIntent instead.');
    }
    if (charge.captured) {
      throw refused(`Charge ${charge.id} has already been captured.`, { code: 'charge_already_captured' });
    }
    const amount = given.amount ?? charge.amount;
    if (amount > charge.amount) throw invalid('amount', 'You cannot capture more than was held.', 'amount_too_large');
    return capture(call.world, call.store, charge, amount, call.cause);
  }),
];

function named({ store, part }: Call): StoredCharge {
  const found = store.charges.get(part('id'));
  if (!found) throw noSuch('charge', part('id'));
  return found;
}

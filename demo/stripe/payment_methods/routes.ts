import type Stripe from 'stripe';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { noSuch, refused } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import { mergeMetadata, object, optional, text } from '../api/params.ts';
import { changedFrom, emit } from '../events/event.ts';
import { attach, detach, keep, methodNamed } from './changes.ts';
import { methodData, updateParams } from './params.ts';
import { billing, type KeptMethod, newMethod, type StoredPaymentMethod } from './payment_method.ts';

const filters = object({ ...paging, type: optional(text) });

export const paymentMethodEndpoints: ApiEndpoint[] = [
  endpoint('POST', '/v1/payment_methods', methodData, ({ store, world }, given): Stripe.PaymentMethod => {
    return keep(store, newMethod(store, given, world.now())).shown;
  }),
  endpoint(
    'GET',
    '/v1/payment_methods',
    object({ ...filters.entries, customer: optional(text) }),
    ({ store, url }, { customer, ...wanted }): Stripe.ApiList<Stripe.PaymentMethod> => {
      if (customer) requireCustomer(store, customer, 'customer');
      return listed(store, url, customer ?? null, wanted);
    },
  ),
  endpoint('GET', '/v1/payment_methods/:id', object({}), (call): Stripe.PaymentMethod => named(call).shown),
  endpoint('POST', '/v1/payment_methods/:id', updateParams, (call, given): Stripe.PaymentMethod => {
    const { world, store, cause } = call;
    const method = named(call);
    const before = method.shown;
    if (before.customer === null) {
      throw refused('You must save this PaymentMethod to a customer before you can update it.');
    }
    const { card } = before;
    const { shown } = keep(store, {
      ...method,
      shown: {
        ...before,
        allow_redisplay: given.allow_redisplay ?? before.allow_redisplay ?? 'unspecified',
        billing_details: billing(given.billing_details, before.billing_details),
        metadata: mergeMetadata(before.metadata ?? {}, given.metadata),
        ...(card && {
          card: {
            ...card,
            exp_month: given.card?.exp_month ?? card.exp_month,
            exp_year: given.card?.exp_year ?? card.exp_year,
          },
        }),
      },
    });
    const previous = changedFrom(before, shown);
    if (previous) emit(world, store, cause, { type: 'payment_method.updated', object: shown, previous });
    return shown;
  }),
  endpoint(
    'POST',
    '/v1/payment_methods/:id/attach',
    object({ customer: text }),
    (call, { customer }): Stripe.PaymentMethod => {
      const { world, store, cause } = call;
      requireCustomer(store, customer, 'customer');
      const method = methodNamed(world, store, call.part('id'));
      if (method.shown.customer === customer) return method.shown;
      if (method.shown.customer !== null) {
        throw refused('The payment method you provided has already been attached to a customer.');
      }
      if (method.spent) {
        throw refused(
          'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.',
        );
      }
      if (method.shown.type === 'cashapp') {
        throw refused('This PaymentMethod has to be set up with a SetupIntent or a PaymentIntent before it is saved.');
      }
      return attach(world, store, method, customer, cause).shown;
    },
  ),
  endpoint('POST', '/v1/payment_methods/:id/detach', object({}), (call): Stripe.PaymentMethod => {
    const method = named(call);
    if (method.shown.customer === null) {
      throw refused('The payment method you provided is not attached to a customer so detachment is impossible.');
    }
    return detach(call.world, call.store, method, call.cause).shown;
  }),
  endpoint(
    'GET',
    '/v1/customers/:customer/payment_methods',
    filters,
    ({ store, url, part }, wanted): Stripe.ApiList<Stripe.PaymentMethod> => {
      requireCustomer(store, part('customer'));
      return listed(store, url, part('customer'), wanted);
    },
  ),
  endpoint('GET', '/v1/customers/:customer/payment_methods/:id', object({}), (call): Stripe.PaymentMethod => {
    requireCustomer(call.store, call.part('customer'));
    const { shown } = named(call);
    if (shown.customer !== call.part('customer')) throw noSuch('PaymentMethod', shown.id);
    return shown;
  }),
];

function named({ store, part }: Call): KeptMethod {
  const found = store.paymentMethods.get(part('id'));
  if (!found) throw noSuch('PaymentMethod', part('id'));
  return found;
}

/** Those that are saved: of one customer, or of all. */
function listed(
  store: Call['store'],
  url: string,
  customer: string | null,
  { type, ...wanted }: { type?: string | null | undefined } & Parameters<typeof page>[3],
): Stripe.ApiList<Stripe.PaymentMethod> {
  const saved: StoredPaymentMethod[] = Array.from(store.paymentMethods.values(), ({ shown }) => shown);
  return page(
    'PaymentMethod',
    url,
    saved,
    wanted,
    (method) =>
      method.customer !== null &&
      (customer === null || method.customer === customer) &&
      (!type || type === method.type),
  );
}

export function requireCustomer(store: Call['store'], id: string, param?: string): Stripe.Customer {
  const found = store.customers.get(id);
  if (!found || found.deleted) throw noSuch('customer', id, param);
  return found;
}

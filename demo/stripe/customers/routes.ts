import type Stripe from 'stripe';
import type * as v from 'valibot';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { noSuch, refused } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import {
  email,
  integer,
  list,
  mergeMetadata,
  metadata,
  object,
  oneOf,
  optional,
  range,
  text,
  within,
} from '../api/params.ts';
import { type Cause, changedFrom, emit } from '../events/event.ts';
import { newId, type Store, type World } from '../world.ts';
import { address, fullAddress } from './address.ts';

const fields = {
  address: optional(address),
  balance: optional(integer),
  description: optional(text),
  email: optional(email),
  invoice_prefix: optional(text),
  metadata: optional(metadata),
  name: optional(text),
  phone: optional(text),
  preferred_locales: optional(list(text)),
  shipping: optional(object({ address, name: text, phone: optional(text) })),
  tax_exempt: optional(oneOf('exempt', 'none', 'reverse')),
};
const params = object(fields);
type CustomerParams = v.InferOutput<typeof params>;

export const customerEndpoints: ApiEndpoint[] = [
  endpoint('POST', '/v1/customers', params, ({ world, store, cause }, given): Stripe.Customer => {
    return createCustomer(world, store, given, cause);
  }),
  endpoint(
    'GET',
    '/v1/customers',
    object({ ...paging, created: optional(range), email: optional(text) }),
    ({ store, url }, filters): Stripe.ApiList<Stripe.Customer> => {
      const living = Array.from(store.customers.values()).filter(
        (customer): customer is Stripe.Customer => !customer.deleted,
      );
      return page(
        'customer',
        url,
        living,
        filters,
        (customer) => within(customer.created, filters.created) && (!filters.email || filters.email === customer.email),
      );
    },
  ),
  endpoint('GET', '/v1/customers/:id', object({}), ({ store, part }): Stripe.Customer | Stripe.DeletedCustomer => {
    const found = store.customers.get(part('id'));
    if (!found) throw noSuch('customer', part('id'));
    return found;
  }),
  endpoint('POST', '/v1/customers/:id', params, (call, given): Stripe.Customer => {
    const before = living(call);
    const object = withParams(before, given);
    call.store.customers.set(object.id, object);
    const previous = changedFrom(before, object);
    if (previous) emit(call.world, call.store, call.cause, { type: 'customer.updated', object, previous });
    return object;
  }),
  endpoint('DELETE', '/v1/customers/:id', object({}), (call): Stripe.DeletedCustomer => {
    const gone = living(call);
    const deleted: Stripe.DeletedCustomer = { id: gone.id, object: 'customer', deleted: true };
    call.store.customers.set(gone.id, deleted);
    emit(call.world, call.store, call.cause, { type: 'customer.deleted', object: gone });
    return deleted;
  }),
];

export function createCustomer(world: World, store: Store, given: CustomerParams, cause: Cause): Stripe.Customer {
  const object = withParams(emptyCustomer(store, world.now()), given);
  store.customers.set(object.id, object);
  emit(world, store, cause, { type: 'customer.created', object });
  return object;
}

function living({ store, part }: Call): Stripe.Customer {
  const found = store.customers.get(part('id'));
  if (!found || found.deleted) throw noSuch('customer', part('id'));
  return found;
}

function withParams(customer: Stripe.Customer, given: CustomerParams): Stripe.Customer {
  if (given.balance === null) throw refused("'balance' cannot be unset; set it to 0.", { param: 'balance' });
  const pick = <T>(value: T | null | undefined, stored: T | null | undefined): T | null =>
    value === undefined ? (stored ?? null) : value;
  return {
    ...customer,
    address: given.address === undefined ? (customer.address ?? null) : given.address && fullAddress(given.address),
    balance: given.balance ?? customer.balance,
    description: pick(given.description, customer.description),
    email: pick(given.email, customer.email),
    invoice_prefix: given.invoice_prefix ?? customer.invoice_prefix ?? null,
    metadata: mergeMetadata(customer.metadata, given.metadata),
    name: pick(given.name, customer.name),
    phone: pick(given.phone, customer.phone),
    preferred_locales:
      given.preferred_locales === undefined ? (customer.preferred_locales ?? []) : (given.preferred_locales ?? []),
    shipping:
      given.shipping === undefined
        ? customer.shipping
        : given.shipping && {
            address: fullAddress(given.shipping.address),
            name: given.shipping.name,
            phone: given.shipping.phone ?? null,
          },
    tax_exempt: given.tax_exempt ?? customer.tax_exempt ?? 'none',
  };
}

function emptyCustomer(store: Store, now: number): Stripe.Customer {
  return {
    id: newId('cus_', 14),
    object: 'customer',
    address: null,
    balance: 0,
    created: now,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: newId('', 8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: store.livemode,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
}

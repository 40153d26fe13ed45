import type Stripe from 'stripe';
import type * as v from 'valibot';
import type { Call } from '../api/endpoint.ts';
import { invalid, noSuch } from '../api/errors.ts';
import { mergeMetadata } from '../api/params.ts';
import { openSessionOf } from '../cashapp/session.ts';
import { fullAddress } from '../customers/address.ts';
import { checkFilters, requireType, typesFor } from '../intents/types.ts';
import { keep, usableMethod } from '../payment_methods/changes.ts';
import { newMethod } from '../payment_methods/payment_method.ts';
import { requireFee } from './application_fee.ts';
import { invalidCurrency } from './check.ts';
import type { createParams } from './params.ts';
import type { StoredPaymentIntent } from './payment_intent.ts';

type Creation = Omit<v.InferOutput<typeof createParams>, 'confirm'>;
type Given = { [K in keyof Creation]?: Creation[K] | null | undefined };

/** Stripe's least charge in dollars; others are much the same. */
export const LEAST = 50;

export function withParams(call: Call, intent: StoredPaymentIntent, given: Given): StoredPaymentIntent {
  const { world, store, version } = call;
  checkFilters(given, version);
  const customer = given.customer ?? intent.customer;
  const known = given.customer ? store.customers.get(given.customer) : null;
  if (given.customer && (!known || known.deleted)) throw noSuch('customer', given.customer, 'customer');
  const amount = given.amount ?? intent.amount;
  if (amount < LEAST) {
    throw invalid('amount', 'Amount must be at least $0.50 usd', 'amount_too_small');
  }
  requireFee(store, given.application_fee_amount, amount, 'application_fee_amount');
  const currency = given.currency ?? intent.currency;
  const wanted = given.allowed_payment_method_types ?? given.payment_method_types ?? null;
  if (currency !== 'usd' && wanted?.every((type) => type === 'cashapp')) throw invalidCurrency(currency);
  const method = methodFor(call, given, customer);
  if (method?.shown.type === 'cashapp' && currency !== 'usd') throw invalidCurrency(currency);
  const asks = wanted !== null || given.excluded_payment_method_types != null || currency !== intent.currency;
  const types =
    asks || intent.payment_method_types.length === 0
      ? typesFor(world, store, given, currency, 'PaymentIntent')
      : intent.payment_method_types;
  if (method) {
    requireType(method.shown.type, types);
    keep(store, method);
    // Another method begins another attempt.
    const session = openSessionOf(world, intent.id);
    if (session) session.status = 'canceled';
  }
  const pick = <T>(value: T | null | undefined, stored: T | null): T | null => (value === undefined ? stored : value);
  return {
    ...intent,
    allowed_payment_method_types: given.allowed_payment_method_types ?? intent.allowed_payment_method_types,
    amount,
    application_fee_amount: pick(given.application_fee_amount, intent.application_fee_amount),
    automatic_payment_methods: automatic(given) ?? intent.automatic_payment_methods,
    capture_method: given.capture_method ?? intent.capture_method,
    confirmation_method: given.confirmation_method ?? intent.confirmation_method,
    currency,
    customer,
    description: pick(given.description, intent.description),
    excluded_payment_method_types: given.excluded_payment_method_types ?? intent.excluded_payment_method_types,
    metadata: mergeMetadata(intent.metadata, given.metadata),
    on_behalf_of: given.on_behalf_of ?? intent.on_behalf_of,
    payment_method: method?.shown.id ?? intent.payment_method,
    payment_method_types: types,
    receipt_email: pick(given.receipt_email, intent.receipt_email),
    setup_future_usage: pick(given.setup_future_usage, intent.setup_future_usage),
    shipping: given.shipping === undefined ? intent.shipping : shippingOf(given),
    statement_descriptor: pick(given.statement_descriptor, intent.statement_descriptor),
    statement_descriptor_suffix: pick(given.statement_descriptor_suffix, intent.statement_descriptor_suffix),
    status: method ? 'requires_confirmation' : intent.status,
    transfer_group: pick(given.transfer_group, intent.transfer_group),
  };
}

function methodFor({ world, store }: Call, given: Given, customer: string | null) {
  if (given.payment_method_data) return newMethod(store, given.payment_method_data, world.now());
  return given.payment_method ? usableMethod(world, store, given.payment_method, customer) : null;
}

export function shippingOf({ shipping }: Pick<Given, 'shipping'>): Stripe.PaymentIntent.Shipping | null {
  if (!shipping) return null;
  return {
    address: fullAddress(shipping.address),
    carrier: shipping.carrier ?? null,
    name: shipping.name,
    phone: shipping.phone ?? null,
    tracking_number: shipping.tracking_number ?? null,
  };
}

/** Dynamic payment methods are what an intent gets that says nothing else. */
function automatic(given: Given): Stripe.PaymentIntent.AutomaticPaymentMethods | null {
  if (!given.automatic_payment_methods) return null;
  const { enabled, allow_redirects } = given.automatic_payment_methods;
  return { allow_redirects: allow_redirects ?? 'always', enabled };
}

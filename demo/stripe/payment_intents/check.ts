/** Whether a payment can be tried at all, before anything is stored. */
import type * as v from 'valibot';
import type { Call } from '../api/endpoint.ts';
import { ApiError, invalid, refused } from '../api/errors.ts';
import { sessionOfPayment } from '../checkout/session.ts';
import { checkFilters, requireType, typesFor } from '../intents/types.ts';
import { usableMethod } from '../payment_methods/changes.ts';
import { type KeptMethod, newMethod } from '../payment_methods/payment_method.ts';
import type { Store } from '../world.ts';
import { requireDebit } from './debit.ts';
import type { confirmParams } from './params.ts';
import type { StoredPaymentIntent } from './payment_intent.ts';

export type Confirmation = Omit<v.InferOutput<typeof confirmParams>, 'client_secret'>;

const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation'] as const;

/** Before anything is stored: a confirmation that cannot be tried leaves no trace. */
export function checkPayment(call: Call, intent: StoredPaymentIntent, given: Confirmation): KeptMethod {
  requirePaymentStatus(intent, CONFIRMABLE, 'confirm');
  const named = methodFor(call, intent, given);
  if (named.shown.type === 'cashapp') requireCashapp(intent, given, named);
  if (named.debit) requireDebit(call, intent, given, named);
  return named;
}

function methodFor({ world, store, version }: Call, intent: StoredPaymentIntent, given: Confirmation): KeptMethod {
  checkFilters(given, version);
  const types = given.allowed_payment_method_types
    ? typesFor(world, store, given, intent.currency, 'PaymentIntent')
    : intent.payment_method_types;
  const method = given.payment_method_data
    ? newMethod(store, given.payment_method_data, world.now())
    : usableMethod(world, store, given.payment_method ?? intent.payment_method ?? missing(), intent.customer);
  requireType(method.shown.type, types);
  return method;
}

function requireCashapp(intent: StoredPaymentIntent, given: Confirmation, method: KeptMethod): void {
  if (intent.currency !== 'usd') throw invalidCurrency(intent.currency);
  if (isOffSession(given)) {
    if (method.shown.customer !== null) return;
    throw refused('You cannot pay off session with a PaymentMethod that is not attached to a customer.', {
      param: 'payment_method',
    });
  }
  if (given.return_url) return;
  throw invalid(
    'return_url',
    'You must provide a `return_url` when confirming this PaymentIntent: the customer is redirected to Cash App.',
    'payment_intent_redirect_confirmation_without_return_url',
  );
}

function missing(): never {
  throw refused(
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    { code: 'payment_intent_unexpected_state' },
  );
}

export function invalidCurrency(currency: string): ApiError {
  return invalid(
    'currency',
    `The currency provided (${currency}) is invalid for cashapp. Payments with cashapp support the following currencies: usd.`,
    'payment_intent_invalid_currency',
  );
}

export function isOffSession(given: { off_session?: boolean | string | null | undefined }): boolean {
  return given.off_session === true || given.off_session === 'one_off' || given.off_session === 'recurring';
}

/** What Checkout began only Checkout goes on with, as long as nothing is held. */
export function requireNoCheckout(store: Store, intent: StoredPaymentIntent, doing: 'cancel' | 'confirm'): void {
  if (intent.status === 'requires_capture' || !sessionOfPayment(store, intent.id)) return;
  throw refused(
    `You cannot ${doing} a PaymentIntent created by Checkout. Expire the Checkout Session instead to keep it from being paid.`,
    { code: 'payment_intent_unexpected_state' },
  );
}

export function requirePaymentStatus(
  intent: StoredPaymentIntent,
  statuses: readonly StoredPaymentIntent['status'][],
  doing: string,
): void {
  if (statuses.includes(intent.status)) return;
  throw new ApiError(400, {
    code: 'payment_intent_unexpected_state',
    message: `This PaymentIntent's ${doing} could not be done because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be: ${statuses.join(', ')}.`,
    payment_intent: intent,
  });
}

import type * as v from 'valibot';
import type { Call } from '../api/endpoint.ts';
import { ApiError, invalid, refused } from '../api/errors.ts';
import { begin } from '../cashapp/begin.ts';
import type { Cause } from '../events/event.ts';
import { checkFilters, requireType, typesFor } from '../intents/types.ts';
import { acceptance, mandatesOf } from '../mandates/mandate.ts';
import { keep, takeOrdered, usableMethod } from '../payment_methods/changes.ts';
import { type KeptMethod, newMethod } from '../payment_methods/payment_method.ts';
import { cashappError, type PaymentError, paymentAuthorized, paymentFailed, paymentProcessing } from './outcome.ts';
import type { confirmParams } from './params.ts';
import { keepPayment, type StoredPaymentIntent, shownPayment, tellPayment } from './payment_intent.ts';

export type Confirmation = Omit<v.InferOutput<typeof confirmParams>, 'client_secret'>;

const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation'] as const;

export function confirmPayment(call: Call, intent: StoredPaymentIntent, given: Confirmation): StoredPaymentIntent {
  return attemptPayment(call, intent, given, checkPayment(call, intent, given));
}

/** Before anything is stored: a confirmation that cannot be tried leaves no trace. */
export function checkPayment(call: Call, intent: StoredPaymentIntent, given: Confirmation): KeptMethod {
  requirePaymentStatus(intent, CONFIRMABLE, 'confirm');
  const named = methodFor(call, intent, given);
  if (named.shown.type === 'cashapp') requireCashapp(intent, given, named);
  return named;
}

export function attemptPayment(
  call: Call,
  intent: StoredPaymentIntent,
  given: Confirmation,
  named: KeptMethod,
): StoredPaymentIntent {
  const method = keep(call.store, named);
  const tried: StoredPaymentIntent = {
    ...intent,
    capture_method: given.capture_method ?? intent.capture_method,
    last_payment_error: null,
    payment_method: method.shown.id,
    receipt_email: given.receipt_email ?? intent.receipt_email,
    setup_future_usage: given.setup_future_usage ?? intent.setup_future_usage,
  };
  return method.shown.type === 'cashapp'
    ? payByCashapp(call, tried, given, method)
    : payByCard(call, tried, given, method);
}

function payByCard(
  call: Call,
  intent: StoredPaymentIntent,
  given: Confirmation,
  method: KeptMethod,
): StoredPaymentIntent {
  const { world, store, cause } = call;
  const outcome = method.card?.outcome ?? { kind: 'succeeds' };
  switch (outcome.kind) {
    case 'succeeds':
      return paymentAuthorized(world, store, intent, method, null, cause);
    case 'asks':
      if (isOffSession(given)) throw failing(call, intent, method, authenticationRequired(), 402);
      return waiting(call, { ...intent, next_action: { type: 'use_stripe_sdk', use_stripe_sdk: {} } });
    case 'declined': {
      const { code, decline_code, message } = outcome;
      throw failing(call, intent, method, { type: 'card_error', code, decline_code, message }, 402);
    }
  }
}

/** With the person away what was agreed before counts, and what was ordered for this method happens. */
function payByCashapp(
  call: Call,
  intent: StoredPaymentIntent,
  given: Confirmation,
  saved: KeptMethod,
): StoredPaymentIntent {
  const { world, store, cause } = call;
  if (!isOffSession(given)) return askInCashapp(call, intent, given, saved);
  if (!mandatesOf(store, saved.shown.id).some((mandate) => mandate.status === 'active')) {
    throw failing(call, intent, saved, cashappError('payment_intent_mandate_invalid'), 400, false);
  }
  const { outcome, method } = takeOrdered(store, saved);
  switch (outcome) {
    case 'succeed':
      return paymentAuthorized(world, store, intent, method, null, cause);
    case 'processing':
      return paymentProcessing(world, store, intent, method, cause);
    case 'requires_action':
      return askInCashapp(call, intent, given, method);
    case 'authentication_required':
      throw failing(call, intent, method, authenticationRequired(), 402);
    case 'decline': {
      const error = cashappError('payment_intent_payment_attempt_failed');
      throw failing(call, intent, method, { ...error, type: 'card_error' }, 402);
    }
    case 'decline_400':
      throw failing(call, intent, method, cashappError('payment_intent_payment_attempt_failed'), 400);
  }
}

function askInCashapp(
  call: Call,
  intent: StoredPaymentIntent,
  given: Confirmation,
  method: KeptMethod,
): StoredPaymentIntent {
  const { world, store, client, publishable } = call;
  const agreed = acceptance(given.mandate_data?.customer_acceptance ?? null, client, publishable, world.now());
  begin(world, store, intent, method.shown.id, given.return_url ?? null, agreed);
  return waiting(call, intent);
}

function waiting({ world, store, cause }: Call, intent: StoredPaymentIntent): StoredPaymentIntent {
  const asked = keepPayment(store, { ...intent, status: 'requires_action' });
  tellPayment(world, store, asked, cause, 'requires_action');
  return shownPayment(world, asked);
}

/** The attempt fails, and so does the request. */
function failing(
  { world, store, cause }: { world: Call['world']; store: Call['store']; cause: Cause },
  intent: StoredPaymentIntent,
  method: KeptMethod,
  error: PaymentError,
  status: 400 | 402,
  charge = true,
): ApiError {
  const failed = paymentFailed(world, store, intent, method, error, cause, charge);
  const { code, message, decline_code } = error;
  return new ApiError(status, {
    type: status === 402 ? 'card_error' : 'invalid_request_error',
    code,
    message,
    ...(decline_code && { decline_code }),
    ...(charge && failed.latest_charge && { charge: failed.latest_charge }),
    payment_intent: failed,
    payment_method: method.shown,
  });
}

function authenticationRequired(): PaymentError {
  return {
    type: 'card_error',
    code: 'authentication_required',
    decline_code: 'authentication_required',
    message: 'Your payment was declined. This transaction requires authentication.',
  };
}

export function isOffSession(given: { off_session?: boolean | string | null | undefined }): boolean {
  return given.off_session === true || given.off_session === 'one_off' || given.off_session === 'recurring';
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

export function invalidCurrency(currency: string): ApiError {
  return invalid(
    'currency',
    `The currency provided (${currency}) is invalid for cashapp. Payments with cashapp support the following currencies: usd.`,
    'payment_intent_invalid_currency',
  );
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

function missing(): never {
  throw refused(
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
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

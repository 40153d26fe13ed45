/** Confirming, and what becomes of it at once. */
import type { Call } from '../api/endpoint.ts';
import { ApiError } from '../api/errors.ts';
import { begin } from '../cashapp/begin.ts';
import type { Cause } from '../events/event.ts';
import { acceptance, mandatesOf } from '../mandates/mandate.ts';
import { keep, takeOrdered } from '../payment_methods/changes.ts';
import type { KeptMethod } from '../payment_methods/payment_method.ts';
import { type Confirmation, checkPayment, isOffSession } from './check.ts';
import { payByDebit } from './debit.ts';
import { cashappError, type PaymentError, paymentAuthorized, paymentFailed } from './outcome.ts';
import { keepPayment, type StoredPaymentIntent, shownPayment, tellPayment } from './payment_intent.ts';
import { paymentProcessing } from './processing.ts';

export function confirmPayment(call: Call, intent: StoredPaymentIntent, given: Confirmation): StoredPaymentIntent {
  return attemptPayment(call, intent, given, checkPayment(call, intent, given));
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
  switch (method.shown.type) {
    case 'card':
      return payByCard(call, tried, given, method);
    case 'cashapp':
      return payByCashapp(call, tried, given, method);
    case 'sepa_debit':
    case 'us_bank_account':
      return payByDebit(call, tried, given, method);
  }
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

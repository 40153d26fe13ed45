/** How an attempt to pay ends: the charge, the intent and the method are stored, then told of. */
import type Stripe from 'stripe';
import { docUrl } from '../api/errors.ts';
import { moneyTaken } from '../balance_transactions/charge.ts';
import { type Charged, newCharge, type StoredCharge } from '../charges/charge.ts';
import { disputeWhereOrdered } from '../disputes/changes.ts';
import { type Cause, emit, STRIPE_ITSELF } from '../events/event.ts';
import { newMandate } from '../mandates/mandate.ts';
import { saveMethod, spend } from '../payment_methods/changes.ts';
import type { KeptMethod } from '../payment_methods/payment_method.ts';
import type { Store, World } from '../world.ts';
import { keepPayment, type StoredPaymentIntent, tellPayment } from './payment_intent.ts';

export type PaymentError = Stripe.PaymentIntent.LastPaymentError & { code: string; message: string };

const CASHAPP_MESSAGES = {
  payment_intent_authentication_failure:
    'The provided payment method has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
  payment_intent_mandate_invalid: 'The provided mandate is invalid and can not be used for this payment.',
  payment_intent_payment_attempt_expired: 'The latest payment attempt for this PaymentIntent has expired.',
  payment_intent_payment_attempt_failed: 'The payment failed.',
} as const;

export function cashappError(code: keyof typeof CASHAPP_MESSAGES): PaymentError {
  return { type: 'invalid_request_error', code, message: CASHAPP_MESSAGES[code] };
}

/** The person agreed: the money is taken, or held until it is captured. */
export function paymentAuthorized(
  world: World,
  store: Store,
  intent: StoredPaymentIntent,
  authorized: KeptMethod,
  acceptance: Stripe.Mandate.CustomerAcceptance | null,
  cause: Cause,
): StoredPaymentIntent {
  const saves = intent.setup_future_usage !== null && intent.customer !== null;
  const { method, announce } = saveMethod(store, authorized, saves ? intent.customer : authorized.shown.customer);
  if (saves && acceptance && method.shown.type === 'cashapp') {
    const mandate = newMandate(store, method.shown, acceptance);
    store.mandates.set(mandate.id, mandate);
  }
  const made = keepCharge(store, newCharge(store, charged(intent), method, { status: 'succeeded' }, world.now()));
  const charge = moneyTaken(world, store, made, cause);
  const held = intent.capture_method === 'manual';
  const paid = keepPayment(store, {
    ...intent,
    amount_capturable: held ? intent.amount : 0,
    amount_received: held ? 0 : intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: method.shown.id,
    processing: null,
    status: held ? 'requires_capture' : 'succeeded',
  });
  announce(world, cause);
  emit(world, store, cause, { type: 'charge.succeeded', object: charge });
  tellPayment(world, store, paid, cause, held ? 'amount_capturable_updated' : 'succeeded');
  disputeWhereOrdered(world, store, charge);
  return paid;
}

/** @param charge false where it did not come to a charge */
export function paymentFailed(
  world: World,
  store: Store,
  intent: StoredPaymentIntent,
  method: KeptMethod,
  error: PaymentError,
  cause: Cause,
  charge = true,
): StoredPaymentIntent {
  const { code, message, decline_code } = error;
  const end = { status: 'failed', code, message, ...(decline_code && { decline_code }) } as const;
  const failure = charge ? keepCharge(store, newCharge(store, charged(intent), method, end, world.now())) : null;
  if (method.shown.type === 'cashapp') spend(store, method.shown.id);
  const failed = keepPayment(store, failedIntent(intent, method, error, failure?.id ?? null));
  if (failure) emit(world, store, cause, { type: 'charge.failed', object: failure });
  tellPayment(world, store, failed, cause, 'payment_failed');
  return failed;
}

/** Back to where another method can be tried. */
export function failedIntent(
  intent: StoredPaymentIntent,
  method: KeptMethod,
  error: PaymentError,
  charge: string | null,
): StoredPaymentIntent {
  return {
    ...intent,
    last_payment_error: {
      ...error,
      ...(charge && { charge }),
      doc_url: docUrl(error.code),
      payment_method: method.shown,
    },
    latest_charge: charge ?? intent.latest_charge,
    next_action: null,
    payment_method: null,
    processing: null,
    status: 'requires_payment_method',
  };
}

/** The person did not agree, in time or at all. */
export function paymentRefused(
  world: World,
  store: Store,
  intent: StoredPaymentIntent,
  method: KeptMethod,
  code: keyof typeof CASHAPP_MESSAGES,
): StoredPaymentIntent {
  return paymentFailed(world, store, intent, method, cashappError(code), STRIPE_ITSELF, false);
}

export function keepCharge(store: Store, charge: StoredCharge): StoredCharge {
  store.charges.set(charge.id, charge);
  return charge;
}

/** What a charge has from its intent. */
export function charged(intent: StoredPaymentIntent): Charged {
  return {
    amount: intent.amount,
    application_fee_amount: intent.application_fee_amount,
    captured: intent.capture_method !== 'manual',
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    metadata: intent.metadata,
    payment_intent: intent.id,
    receipt_email: intent.receipt_email,
    shipping: intent.shipping,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    transfer_group: intent.transfer_group,
  };
}

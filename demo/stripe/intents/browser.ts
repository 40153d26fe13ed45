/** What a browser may do with an intent: with its client secret, and it sees less of it. */
import type Stripe from 'stripe';
import type { Call } from '../api/endpoint.ts';
import { ApiError, invalid } from '../api/errors.ts';
import type { StoredPaymentIntent } from '../payment_intents/payment_intent.ts';
import type { StoredSetupIntent } from '../setup_intents/setup_intent.ts';

const NAMES = {
  'checkout.session': 'Checkout Session',
  payment_intent: 'PaymentIntent',
  setup_intent: 'SetupIntent',
} as const;

export function checkSecret(
  call: Call,
  intent: { object: keyof typeof NAMES; client_secret: string | null },
  given: string | null | undefined,
): void {
  if (!call.publishable && given == null) return;
  if (given == null) {
    throw invalid('client_secret', 'Missing required param: client_secret.', 'parameter_missing');
  }
  if (given === intent.client_secret) return;
  throw new ApiError(
    400,
    {
      code: 'resource_missing',
      message: `The client_secret provided does not match any associated ${NAMES[intent.object]} on this account.`,
      param: 'client_secret',
    },
    { saved: false },
  );
}

const SETUP = [
  'id',
  'object',
  'cancellation_reason',
  'client_secret',
  'created',
  'description',
  'last_setup_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_types',
  'status',
  'usage',
] as const satisfies (keyof Stripe.SetupIntent)[];

const PAYMENT = [
  'id',
  'object',
  'amount',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_types',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'status',
] as const satisfies (keyof Stripe.PaymentIntent)[];

/** The intent as who asked may see it. */
export function setupFor(call: Call, intent: StoredSetupIntent): object {
  return call.publishable ? only(intent, SETUP) : intent;
}

export function paymentFor(call: Call, intent: StoredPaymentIntent): object {
  return call.publishable ? only(intent, PAYMENT) : intent;
}

/** An error brings the intent along: as little of it. */
export function errorFor(publishable: boolean, body: ReturnType<ApiError['body']>): object {
  if (!publishable) return body;
  const { setup_intent, payment_intent, ...error } = body.error;
  return {
    error: {
      ...error,
      ...(setup_intent && { setup_intent: only(setup_intent, SETUP) }),
      ...(payment_intent && { payment_intent: only(payment_intent, PAYMENT) }),
    },
  };
}

function only<T extends object>(whole: T, keys: readonly (keyof T)[]): object {
  return Object.fromEntries(keys.map((key) => [key, whole[key]]));
}

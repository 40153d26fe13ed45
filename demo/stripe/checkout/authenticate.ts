/** 3D Secure: a card that asks is charged only once its holder has agreed. */
import { STRIPE_ITSELF } from '../events/event.ts';
import { type PaymentError, paymentAuthorized, paymentFailed } from '../payment_intents/outcome.ts';
import type { StoredPaymentIntent } from '../payment_intents/payment_intent.ts';
import type { Visit } from './visit.ts';

const NOT_AUTHENTICATED: PaymentError = {
  type: 'invalid_request_error',
  code: 'payment_intent_authentication_failure',
  message: 'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
};

/** The payment that waits for its buyer, if there is one. */
export function unauthenticated({ store, session }: Visit): StoredPaymentIntent | null {
  const intent = store.paymentIntents.get(session.shown.payment_intent ?? '');
  return intent?.status === 'requires_action' && intent.next_action?.type === 'use_stripe_sdk' ? intent : null;
}

/** Decided once; nothing happens to what does not wait. */
export function authenticate(visit: Visit, agrees: boolean): void {
  const { world, store } = visit;
  const intent = unauthenticated(visit);
  const method = store.paymentMethods.get(intent?.payment_method ?? '');
  if (!intent || !method) return;
  if (agrees) paymentAuthorized(world, store, intent, method, null, STRIPE_ITSELF);
  else paymentFailed(world, store, intent, method, NOT_AUTHENTICATED, STRIPE_ITSELF, false);
}

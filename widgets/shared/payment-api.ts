/** What the elements ask about saved payment methods. */
import type {
  PaymentMethodList,
  PaymentMethodRemoved,
  SetupIntent,
  SetupIntentRequest,
  SetupOutcome,
} from '../../worker/contract.ts';
import { request } from './api.ts';
import type { Session } from './settings.ts';

/** A new attempt, each time. */
export function createSetupIntent(
  session: Session,
  body: SetupIntentRequest,
  signal: AbortSignal,
): Promise<SetupIntent> {
  return request(session, 'setup_intents', signal, body);
}

/** Has the Worker read from Stripe what became of an attempt. One of somebody else is `resource_missing`. */
export function syncSetupIntent(session: Session, id: string, signal: AbortSignal): Promise<SetupOutcome> {
  return request(session, `setup_intents/${encodeURIComponent(id)}/sync`, signal, {});
}

/** @param maxAge seconds; 0 has the Worker ask Stripe whatever it knows */
export function listPaymentMethods(session: Session, signal: AbortSignal, maxAge?: number): Promise<PaymentMethodList> {
  return request(session, `payment_methods${maxAge === undefined ? '' : `?max_age=${maxAge}`}`, signal);
}

/** Safe to repeat. */
export function removePaymentMethod(session: Session, id: string, signal: AbortSignal): Promise<PaymentMethodRemoved> {
  return request(session, `payment_methods/${encodeURIComponent(id)}`, signal, undefined, 'DELETE');
}

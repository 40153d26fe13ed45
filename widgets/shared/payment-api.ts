/** What the elements ask about saved payment methods. */
import type { PaymentMethodList, PaymentMethodRemoved } from '../../worker/contract.ts';
import { request } from './api.ts';
import type { Session } from './settings.ts';

/** @param maxAge seconds; 0 has the Worker ask Stripe whatever it knows */
export function listPaymentMethods(session: Session, signal: AbortSignal, maxAge?: number): Promise<PaymentMethodList> {
  return request(session, `payment_methods${maxAge === undefined ? '' : `?max_age=${maxAge}`}`, signal);
}

/** Safe to repeat. */
export function removePaymentMethod(session: Session, id: string, signal: AbortSignal): Promise<PaymentMethodRemoved> {
  return request(session, `payment_methods/${encodeURIComponent(id)}`, signal, undefined, 'DELETE');
}

/** A session follows its payment: stored first, then the event that the change amounts to. */
import { type Cause, emit } from '../events/event.ts';
import type { StoredPaymentIntent } from '../payment_intents/payment_intent.ts';
import type { Store, World } from '../world.ts';
import {
  type CheckoutSession,
  customerDetails,
  keepSession,
  type StoredSession,
  sessionObject,
  sessionOfPayment,
} from './session.ts';

/** Called whenever something became of a payment. A payment that fails at once leaves the session open. */
export function followPayment(world: World, store: Store, intent: StoredPaymentIntent, cause: Cause): void {
  const session = sessionOfPayment(store, intent.id);
  if (!session) return;
  const { status, payment_status } = session.shown;
  if (status === 'open') {
    if (intent.status === 'succeeded') complete(world, store, session, 'paid', cause);
    if (intent.status === 'processing' || intent.status === 'requires_capture') {
      complete(world, store, session, 'unpaid', cause);
    }
    return;
  }
  if (status !== 'complete' || payment_status !== 'unpaid') return;
  if (intent.status === 'succeeded') {
    const paid = change(store, session, { payment_status: 'paid' });
    // What was held and is captured now was the merchant's doing: nobody waited for it.
    if (intent.capture_method !== 'manual') tell(world, store, paid, 'async_payment_succeeded', cause);
  }
  if (intent.status === 'requires_payment_method') tell(world, store, session, 'async_payment_failed', cause);
}

export function complete(
  world: World,
  store: Store,
  session: CheckoutSession,
  payment_status: 'no_payment_required' | 'paid' | 'unpaid',
  cause: Cause,
): CheckoutSession {
  const customer_details = customerDetails(session.buyer ?? {});
  const done = change(store, session, { customer_details, payment_status, status: 'complete' });
  tell(world, store, done, 'completed', cause);
  return done;
}

export function change(store: Store, session: CheckoutSession, fields: Partial<StoredSession>): CheckoutSession {
  return keepSession(store, { ...session, shown: { ...session.shown, ...fields } });
}

export function tell(
  world: World,
  store: Store,
  session: CheckoutSession,
  name: 'async_payment_failed' | 'async_payment_succeeded' | 'completed' | 'expired',
  cause: Cause,
): void {
  emit(world, store, cause, { type: `checkout.session.${name}`, object: sessionObject(world, session) });
}

/** A session that nobody pays any more, because the merchant or the clock says so. */
import { type Cause, STRIPE_ITSELF } from '../events/event.ts';
import { cancelPayment } from '../payment_intents/cancel.ts';
import type { Store, World } from '../world.ts';
import { change, tell } from './follow.ts';
import type { CheckoutSession } from './session.ts';

/** With it ends what its buyer has begun. */
export function expire(world: World, store: Store, session: CheckoutSession, cause: Cause): CheckoutSession {
  const expired = change(store, session, { status: 'expired' });
  const intent = store.paymentIntents.get(session.shown.payment_intent ?? '');
  if (intent) cancelPayment(world, store, intent, 'expired', cause);
  tell(world, store, expired, 'expired', cause);
  return expired;
}

/** Its time runs from when it is made. */
export function expireInTime(world: World, store: Store, { shown }: CheckoutSession): void {
  world.later(shown.expires_at, () => {
    const current = store.checkoutSessions.get(shown.id);
    if (current?.shown.status === 'open') expire(world, store, current, STRIPE_ITSELF);
  });
}

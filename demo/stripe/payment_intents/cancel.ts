import type Stripe from 'stripe';
import { openSessionOf } from '../cashapp/session.ts';
import { release } from '../charges/capture.ts';
import type { Cause } from '../events/event.ts';
import type { Store, World } from '../world.ts';
import { keepPayment, type StoredPaymentIntent, tellPayment } from './payment_intent.ts';

/** For good: whoever is still asked to agree is asked no more, and what was held is let go. */
export function cancelPayment(
  world: World,
  store: Store,
  intent: StoredPaymentIntent,
  cancellation_reason: Stripe.PaymentIntent.CancellationReason | null,
  cause: Cause,
): StoredPaymentIntent {
  const session = openSessionOf(world, intent.id);
  if (session) session.status = 'canceled';
  const canceled = keepPayment(store, {
    ...intent,
    amount_capturable: 0,
    canceled_at: world.now(),
    cancellation_reason,
    next_action: null,
    status: 'canceled',
  });
  const charge = intent.latest_charge && store.charges.get(intent.latest_charge);
  if (charge && intent.status === 'requires_capture') release(world, store, charge, cause);
  tellPayment(world, store, canceled, cause, 'canceled');
  return canceled;
}

/** Payments that take their time: neither paid nor refused until the clock has moved on. */
import { moneyTaken } from '../balance_transactions/charge.ts';
import { failedCharge, newCharge } from '../charges/charge.ts';
import { type Cause, emit, STRIPE_ITSELF } from '../events/event.ts';
import type { KeptMethod } from '../payment_methods/payment_method.ts';
import type { Store, World } from '../world.ts';
import { charged, failedIntent, keepCharge } from './outcome.ts';
import { keepPayment, type StoredPaymentIntent, tellPayment } from './payment_intent.ts';

/** How long it takes where the method does not say. */
const PROCESSING = 5;

export function paymentProcessing(
  world: World,
  store: Store,
  intent: StoredPaymentIntent,
  method: KeptMethod,
  cause: Cause,
): StoredPaymentIntent {
  const charge = keepCharge(store, newCharge(store, charged(intent), method, { status: 'pending' }, world.now()));
  const waiting = keepPayment(store, { ...intent, latest_charge: charge.id, status: 'processing' });
  emit(world, store, cause, { type: 'charge.pending', object: charge });
  tellPayment(world, store, waiting, cause, 'processing');
  world.later(world.now() + (method.debit?.settles ?? PROCESSING), () => {
    const current = store.paymentIntents.get(intent.id);
    if (current?.latest_charge === charge.id) settlePayment(world, store, current);
  });
  return waiting;
}

/** What was pending comes to its end, which the method knows. Nothing happens to what is not processing. */
export function settlePayment(world: World, store: Store, intent: StoredPaymentIntent): void {
  const pending = store.charges.get(intent.latest_charge ?? '');
  const method = store.paymentMethods.get(intent.payment_method ?? '');
  if (intent.status !== 'processing' || !pending || !method) return;
  const failure = method.debit?.failure;
  if (failure) {
    const failed = keepCharge(store, failedCharge(pending, failure));
    const error = { type: 'invalid_request_error', ...failure } as const;
    const open = keepPayment(store, failedIntent(intent, method, error, failed.id));
    emit(world, store, STRIPE_ITSELF, { type: 'charge.failed', object: failed });
    tellPayment(world, store, open, STRIPE_ITSELF, 'payment_failed');
    return;
  }
  const landed = { amount_captured: pending.amount, captured: true, status: 'succeeded' } as const;
  const settled = moneyTaken(world, store, { ...pending, ...landed }, STRIPE_ITSELF);
  const paid = keepPayment(store, { ...intent, amount_received: intent.amount, status: 'succeeded' });
  emit(world, store, STRIPE_ITSELF, { type: 'charge.succeeded', object: settled });
  tellPayment(world, store, paid, STRIPE_ITSELF, 'succeeded');
}

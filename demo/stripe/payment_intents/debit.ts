/** A debit of a bank account: agreed to at once, paid when the bank gets to it, if it does. */
import type { Call } from '../api/endpoint.ts';
import { invalid } from '../api/errors.ts';
import { acceptance, mandatesOf, newMandate } from '../mandates/mandate.ts';
import { saveMethod } from '../payment_methods/changes.ts';
import type { KeptMethod } from '../payment_methods/payment_method.ts';
import type { Confirmation } from './check.ts';
import type { StoredPaymentIntent } from './payment_intent.ts';
import { paymentProcessing } from './processing.ts';

/** Nothing is debited without a mandate: one given now, or one from before. */
export function requireDebit(
  { store }: Call,
  intent: StoredPaymentIntent,
  given: Confirmation,
  method: KeptMethod,
): void {
  if ((given.capture_method ?? intent.capture_method) === 'manual') {
    throw invalid('capture_method', `The payment method type "${method.shown.type}" does not support manual capture.`);
  }
  if (given.mandate_data) return;
  if (mandatesOf(store, method.shown.id).some(({ status, type }) => status === 'active' && type === 'multi_use'))
    return;
  throw invalid('mandate_data', 'Missing required param: mandate_data.', 'parameter_missing');
}

export function payByDebit(
  call: Call,
  intent: StoredPaymentIntent,
  given: Confirmation,
  debited: KeptMethod,
): StoredPaymentIntent {
  const { world, store, cause, client, publishable } = call;
  const saves = intent.setup_future_usage !== null && intent.customer !== null;
  const { method, announce } = saveMethod(store, debited, saves ? intent.customer : debited.shown.customer);
  if (given.mandate_data) {
    const agreed = acceptance(given.mandate_data.customer_acceptance, client, publishable, world.now());
    const mandate = newMandate(store, method.shown, agreed, saves ? null : intent);
    store.mandates.set(mandate.id, mandate);
  }
  const waiting = paymentProcessing(world, store, intent, method, cause);
  announce(world, cause);
  return waiting;
}

/** A PaymentIntent as it is remembered: ids only, and without the links of its attempt, which readers get fresh. */
import type Stripe from 'stripe';
import { applicationId } from '../accounts/platform.ts';
import { freshen, nextAction, openSessionOf } from '../cashapp/session.ts';
import { followPayment } from '../checkout/follow.ts';
import { type Cause, emit } from '../events/event.ts';
import { newId, type Store, type World } from '../world.ts';

export interface StoredPaymentIntent extends Stripe.PaymentIntent {
  customer: string | null;
  latest_charge: string | null;
  payment_method: string | null;
}

type EventName =
  | 'amount_capturable_updated'
  | 'canceled'
  | 'created'
  | 'payment_failed'
  | 'processing'
  | 'requires_action'
  | 'succeeded';

export function emptyPaymentIntent(
  store: Store,
  { amount, currency }: { amount: number; currency: string },
  now: number,
): StoredPaymentIntent {
  const id = newId('pi_3', 23);
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: store.platform && applicationId(store.platform),
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${newId('', 25)}`,
    confirmation_method: 'automatic',
    created: now,
    currency,
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: store.livemode,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: [],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
}

/** As it is read now: links that have run out are replaced. */
export function shownPayment(world: World, intent: StoredPaymentIntent): StoredPaymentIntent {
  const session = intent.status === 'requires_action' ? openSessionOf(world, intent.id) : undefined;
  if (!session) return intent;
  freshen(world, session);
  return { ...intent, next_action: nextAction(world, session) };
}

export function keepPayment(store: Store, intent: StoredPaymentIntent): StoredPaymentIntent {
  store.paymentIntents.set(intent.id, intent);
  return intent;
}

export function tellPayment(
  world: World,
  store: Store,
  intent: StoredPaymentIntent,
  cause: Cause,
  name: EventName,
): void {
  emit(world, store, cause, { type: `payment_intent.${name}`, object: shownPayment(world, intent) });
  followPayment(world, store, intent, cause);
}

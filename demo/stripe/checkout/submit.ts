/** The buyer submits: only now there is a PaymentIntent, and one session has one, however often they try. */
import type * as v from 'valibot';
import type { Call } from '../api/endpoint.ts';
import { refused } from '../api/errors.ts';
import { mergeMetadata } from '../api/params.ts';
import { openSessionOf } from '../cashapp/session.ts';
import { createCustomer } from '../customers/routes.ts';
import { checkPayment } from '../payment_intents/check.ts';
import { attemptPayment } from '../payment_intents/confirm.ts';
import {
  emptyPaymentIntent,
  keepPayment,
  type StoredPaymentIntent,
  tellPayment,
} from '../payment_intents/payment_intent.ts';
import { shippingOf } from '../payment_intents/update.ts';
import type { methodData } from '../payment_methods/params.ts';
import { complete } from './follow.ts';
import { type Buyer, type CheckoutSession, keepSession } from './session.ts';

export interface Submission {
  /** One that exists, or one to be made; neither where there is nothing to pay. */
  payment_method?: string;
  payment_method_data?: v.InferOutput<typeof methodData>;
  buyer: Buyer;
}

/** On the page the buyer is there to agree to being debited. */
const AGREED = { customer_acceptance: { type: 'online', online: { infer_from_client: true } } } as const;

/** Fails as confirming does. A payment that fails leaves the session open, with its PaymentIntent. */
export function submit(
  call: Call,
  session: CheckoutSession,
  { buyer, ...method }: Submission,
): StoredPaymentIntent | null {
  const { world, store, cause } = call;
  requireOpen(session, 'paid');
  if (session.shown.amount_total === 0) {
    complete(world, store, { ...session, buyer }, 'no_payment_required', cause);
    return null;
  }
  const begun = store.paymentIntents.get(session.shown.payment_intent ?? '');
  const intent = begun ? anew(call, begun) : newIntent(call, session);
  const confirmation = { ...method, mandate_data: AGREED, return_url: `${world.origin}/c/back/${session.shown.id}` };
  const named = checkPayment(call, intent, confirmation);
  const customer = begun ? begun.customer : customerFor(call, session, buyer);
  keepSession(store, {
    ...session,
    buyer,
    shown: { ...session.shown, customer, payment_intent: intent.id },
  });
  const kept = keepPayment(store, { ...intent, customer });
  if (!begun) tellPayment(world, store, kept, cause, 'created');
  return attemptPayment(call, kept, confirmation, named);
}

export function requireOpen({ shown }: CheckoutSession, done: 'expired' | 'paid'): void {
  if (shown.status === 'open') return;
  throw refused(
    `Only Checkout Sessions with a status in ["open"] can be ${done}. This Checkout Session has a status of ${shown.status}.`,
  );
}

/** Whoever was still asked to agree to an earlier attempt is asked no more. */
function anew({ world, store }: Call, intent: StoredPaymentIntent): StoredPaymentIntent {
  const session = openSessionOf(world, intent.id);
  if (session) session.status = 'canceled';
  if (intent.status !== 'requires_action') return intent;
  return keepPayment(store, { ...intent, next_action: null, payment_method: null, status: 'requires_payment_method' });
}

function newIntent({ world, store }: Call, { shown, intentData }: CheckoutSession): StoredPaymentIntent {
  const { amount_total: amount, currency } = shown;
  return {
    ...emptyPaymentIntent(store, { amount, currency }, world.now()),
    application_fee_amount: intentData.application_fee_amount ?? null,
    capture_method: intentData.capture_method ?? 'automatic_async',
    customer: shown.customer,
    description: intentData.description ?? null,
    metadata: mergeMetadata({}, intentData.metadata),
    payment_method_types: shown.payment_method_types,
    receipt_email: intentData.receipt_email ?? null,
    setup_future_usage: intentData.setup_future_usage ?? null,
    shipping: shippingOf(intentData),
    statement_descriptor: intentData.statement_descriptor ?? null,
    statement_descriptor_suffix: intentData.statement_descriptor_suffix ?? null,
    transfer_group: intentData.transfer_group ?? null,
  };
}

/** A guest stays one, unless the method is to be used again or the merchant wants to know them all. */
function customerFor(
  { world, store, cause }: Call,
  { shown, intentData }: CheckoutSession,
  buyer: Buyer,
): string | null {
  if (shown.customer !== null) return shown.customer;
  if (shown.customer_creation !== 'always' && !intentData.setup_future_usage) return null;
  const { address, email, name, phone } = buyer;
  return createCustomer(world, store, { address, email, name, phone }, cause).id;
}

/** SetupIntents for Cash App Pay, and what they save: payment methods and their mandates. */
import type Stripe from 'stripe';
import type { PaymentMethod, SetupOutcome, SetupUsage } from '../contract.ts';
import { InlayError } from '../errors.ts';
import { isMissing, type StripeCall } from './client.ts';
import { idOf, known } from './values.ts';

/** A saved method as Stripe says it. */
export type MethodReading = Omit<PaymentMethod, 'last_used_at'>;

export interface SetupReading {
  readonly id: string;
  readonly status: SetupOutcome['status'];
  readonly problem: SetupOutcome['last_setup_error'];
  /** The method it has saved, if that still belongs to the customer. */
  readonly method: MethodReading | null;
  readonly mandate: string | null;
}

export interface CreatedSetup {
  readonly id: string;
  readonly clientSecret: string;
}

/** Unconfirmed: the browser confirms, and nobody else (STRIPE.md 5.2). */
export async function createSetupIntent(
  call: StripeCall,
  customer: string,
  usage: SetupUsage,
  metadata: { readonly [key: string]: string },
): Promise<CreatedSetup> {
  const idempotencyKey = `inlay-setup-${crypto.randomUUID()}`;
  const { id, client_secret } = await call((stripe) =>
    stripe.setupIntents.create(
      { customer, usage, allowed_payment_method_types: ['cashapp'], metadata },
      { idempotencyKey },
    ),
  );
  if (client_secret === null) throw new InlayError('internal', { reason: 'a new SetupIntent without a secret' });
  return { id, clientSecret: client_secret };
}

/** Null when it is not this customer's, or there is none. */
export async function readSetupIntent(call: StripeCall, id: string, customer: string): Promise<SetupReading | null> {
  try {
    const intent = await call((stripe) => stripe.setupIntents.retrieve(id, { expand: ['payment_method'] }));
    if (idOf(intent.customer) !== customer) return null;
    const { payment_method: method, last_setup_error: error } = intent;
    return {
      id,
      status: known(
        intent.status,
        ['requires_payment_method', 'requires_confirmation', 'requires_action', 'succeeded', 'canceled'],
        'processing',
      ),
      problem: error === null ? null : { code: error.code ?? null },
      method: typeof method === 'object' && method !== null ? readingFor(method, customer) : null,
      mandate: idOf(intent.mandate),
    };
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

/** Every Cash App method of the customer; null where the customer was deleted, whose methods are of no use. */
export async function listMethods(call: StripeCall, customer: string): Promise<MethodReading[] | null> {
  try {
    return await call(async (stripe) => {
      const all = stripe.customers.listPaymentMethods(customer, { type: 'cashapp', limit: 100 });
      const methods = await all.autoPagingToArray({ limit: 1_000 });
      return methods.flatMap((method) => readingFor(method, customer) ?? []);
    });
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

/** Null when it is not, or no longer, this customer's: a method that was detached never comes back. */
export async function readMethod(call: StripeCall, id: string, customer: string): Promise<MethodReading | null> {
  try {
    return readingFor(await call((stripe) => stripe.paymentMethods.retrieve(id)), customer);
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

/** Whether the mandate no longer allows charges, and which method it is of; null where Stripe knows no such mandate. */
export async function readMandate(
  call: StripeCall,
  id: string,
): Promise<{ readonly inactive: boolean; readonly method: string | null } | null> {
  try {
    const { status, payment_method } = await call((stripe) => stripe.mandates.retrieve(id));
    return { inactive: status === 'inactive', method: idOf(payment_method) };
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

/** What was detached already, by whomever, is detached. */
export async function detachMethod(call: StripeCall, id: string, customer: string): Promise<void> {
  const idempotencyKey = `inlay-detach-${crypto.randomUUID()}`;
  try {
    await call((stripe) => stripe.paymentMethods.detach(id, {}, { idempotencyKey }));
  } catch (thrown) {
    if (!(thrown instanceof InlayError) || thrown.code !== 'stripe_refused') throw thrown;
    if ((await readMethod(call, id, customer)) !== null) throw thrown;
  }
}

function readingFor(method: Stripe.PaymentMethod, customer: string): MethodReading | null {
  if (method.type !== 'cashapp' || idOf(method.customer) !== customer) return null;
  const { id, created, cashapp } = method;
  return { object: 'payment_method', id, type: 'cashapp', cashapp: { cashtag: cashapp?.cashtag ?? null }, created };
}

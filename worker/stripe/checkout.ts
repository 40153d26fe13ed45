/** Checkout Sessions on a merchant's own account: everything here exists under its `Stripe-Account` alone (STRIPE.md 6.4). */
import type Stripe from 'stripe';
import type { Sale } from '../contract.ts';
import { InlayError } from '../errors.ts';
import type { CheckoutParams } from '../rules/checkout-params.ts';
import { type SaleState, saleOutcome } from '../rules/sale.ts';
import type { OrderFacts } from '../store/orders.ts';
import { createdAround, isMissing, type StripeCall } from './client.ts';
import { idOf, known } from './values.ts';

/** A session as a buyer can pay it now. */
export interface OpenSession {
  readonly id: string;
  readonly url: string | null;
  readonly clientSecret: string | null;
  readonly inline: boolean;
  readonly expiresAt: number;
}

export interface MadeSession extends OpenSession {
  readonly facts: Omit<OrderFacts, 'line_items' | 'application_fee_amount'>;
  readonly state: SaleState;
}

export async function createCheckout(
  call: StripeCall,
  { account: stripeAccount, session }: CheckoutParams,
  idempotencyKey: string,
): Promise<MadeSession> {
  return fromStripe(
    await call((stripe) => stripe.checkout.sessions.create(session, { stripeAccount, idempotencyKey })),
  );
}

export async function readCheckout(call: StripeCall, stripeAccount: string, id: string): Promise<OpenSession> {
  return fromStripe(await call((stripe) => stripe.checkout.sessions.retrieve(id, {}, { stripeAccount })));
}

/** The session that a claim led to, found without its idempotency key. @param claimedAt milliseconds */
export async function findCheckout(
  call: StripeCall,
  stripeAccount: string,
  order: string,
  claimedAt: number,
): Promise<MadeSession | null> {
  return call(async (stripe) => {
    const around = { created: createdAround(claimedAt), limit: 100 };
    for await (const session of stripe.checkout.sessions.list(around, { stripeAccount })) {
      if (session.metadata?.inlay_order === order) return fromStripe(session);
    }
    return null;
  });
}

/** The session that a payment belongs to. */
export async function sessionOfIntent(call: StripeCall, stripeAccount: string, intent: string): Promise<string | null> {
  const { data } = await call((stripe) =>
    stripe.checkout.sessions.list({ payment_intent: intent, limit: 1 }, { stripeAccount }),
  );
  return data[0]?.id ?? null;
}

/** Where a sale stands. What lies deeper is only asked for where something of it is known to have happened. */
export async function readSale(
  call: StripeCall,
  stripeAccount: string,
  id: string,
  { feeRefunded }: { readonly feeRefunded: boolean },
): Promise<SaleState> {
  const expand = ['payment_intent.latest_charge'];
  const session = await call((stripe) => stripe.checkout.sessions.retrieve(id, { expand }, { stripeAccount }));
  const state = stateOf(session);
  const charge = chargeOf(session);
  if (charge === null) return state;
  const { amount_refunded } = charge;
  const fee = idOf(charge.application_fee);
  return {
    ...state,
    amount_refunded,
    application_fee_refunded: fee !== null && (feeRefunded || amount_refunded > 0) ? await refundedOf(call, fee) : 0,
    dispute: charge.disputed ? await readDispute(call, stripeAccount, charge.id) : null,
  };
}

/** The latest where there are several. */
async function readDispute(call: StripeCall, stripeAccount: string, charge: string): Promise<Sale['dispute']> {
  const { data } = await call((stripe) => stripe.disputes.list({ charge, limit: 1 }, { stripeAccount }));
  const [dispute] = data;
  if (dispute === undefined) return null;
  const { id, status, amount, reason } = dispute;
  return { id, status, amount, reason };
}

/** The fee is the platform's own, and so is what it gave back. */
async function refundedOf(call: StripeCall, fee: string): Promise<number> {
  try {
    return (await call((stripe) => stripe.applicationFees.retrieve(fee))).amount_refunded;
  } catch (thrown) {
    if (isMissing(thrown)) return 0;
    throw thrown;
  }
}

/** The payment that a fee was taken of; null where the fee is none of this account's. */
export async function intentOfFee(call: StripeCall, stripeAccount: string, fee: string): Promise<string | null> {
  try {
    const { account, charge } = await call((stripe) => stripe.applicationFees.retrieve(fee));
    const taken = idOf(charge);
    if (idOf(account) !== stripeAccount || taken === null) return null;
    return idOf((await call((stripe) => stripe.charges.retrieve(taken, {}, { stripeAccount }))).payment_intent);
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

function fromStripe(session: Stripe.Checkout.Session): MadeSession {
  const { id, url, client_secret, ui_mode, expires_at, amount_total, currency, created } = session;
  if (amount_total === null || currency === null) {
    throw new InlayError('internal', { reason: 'a Checkout Session without an amount' });
  }
  return {
    id,
    url,
    clientSecret: client_secret,
    inline: ui_mode === 'embedded_page',
    expiresAt: expires_at,
    facts: { amount_total, currency, created },
    state: stateOf(session),
  };
}

function stateOf(session: Stripe.Checkout.Session): SaleState {
  const status = known(session.status ?? '', ['complete', 'expired'], 'open');
  const payment_status = known(session.payment_status, ['paid', 'no_payment_required'], 'unpaid');
  const { payment_intent: intent } = session;
  const progress = typeof intent === 'object' && intent !== null ? intent.status : null;
  return {
    status,
    payment_status,
    outcome: saleOutcome({ status, payment_status }, progress),
    payment_intent: idOf(intent),
    application_fee_refunded: 0,
    amount_refunded: 0,
    dispute: null,
  };
}

function chargeOf({ payment_intent: intent }: Stripe.Checkout.Session): Stripe.Charge | null {
  if (typeof intent !== 'object' || intent === null) return null;
  return typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
}

/** A Checkout Session as it is remembered, and as the API shows it. Records are never changed in place. */
import type Stripe from 'stripe';
import type { Store, World } from '../world.ts';
import type { Problems, Typed } from './form.ts';
import type { Line } from './line_item.ts';
import type { IntentData } from './params.ts';

export interface StoredSession extends Stripe.Checkout.Session {
  amount_total: number;
  currency: string;
  customer: string | null;
  payment_intent: string | null;
}

/** Who said they would pay. */
export type Buyer = Pick<Stripe.Checkout.Session.CustomerDetails, 'address' | 'email' | 'name' | 'phone'>;

export interface CheckoutSession {
  /** Without its address, which only an open one has. */
  readonly shown: StoredSession;
  readonly lines: readonly Line[];
  /** What the payment is made with once the buyer submits. */
  readonly intentData: IntentData;
  /** Shown as `customer_details` from when the session is complete. */
  readonly buyer: Buyer | null;
  /** What was typed last and did not pay, for the page that says so. */
  readonly tried?: Tried;
}

export interface Tried {
  /** In the page's address: whoever comes by another one begins anew. */
  readonly id: string;
  readonly typed: Typed;
  readonly problems: Problems;
  /** Why it was not paid, where no field is to blame. */
  readonly declined: string | null;
}

/** Where the buyer pays: on a page of its own, or in a frame of the merchant's. */
export function pageUrl(world: World, { shown }: CheckoutSession): string {
  return `${world.origin}/c/${shown.client_secret === null ? `pay/${shown.id}` : `embed/${shown.client_secret}`}`;
}

export function sessionObject(world: World, session: CheckoutSession): StoredSession {
  const { shown } = session;
  const reachable = shown.status === 'open' && shown.ui_mode === 'hosted_page';
  return { ...shown, url: reachable ? pageUrl(world, session) : null };
}

export function lineItems({ shown, lines }: CheckoutSession): Omit<Stripe.ApiList<Line>, 'data'> & { data: Line[] } {
  return {
    object: 'list',
    data: lines.slice(0, 10),
    has_more: lines.length > 10,
    url: `/v1/checkout/sessions/${shown.id}/line_items`,
  };
}

export function keepSession(store: Store, session: CheckoutSession): CheckoutSession {
  store.checkoutSessions.set(session.shown.id, session);
  return session;
}

export function sessionOfPayment(store: Store, intent: string): CheckoutSession | undefined {
  return Array.from(store.checkoutSessions.values()).find(({ shown }) => shown.payment_intent === intent);
}

/** Templates are filled in as they are: an id needs no escaping. */
export function withSessionId(url: string, { shown }: CheckoutSession): string {
  return url.replaceAll('{CHECKOUT_SESSION_ID}', shown.id);
}

export function customerDetails({
  address,
  email,
  name,
  phone,
}: Partial<Buyer>): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: address ?? null,
    business_name: null,
    email: email ?? null,
    individual_name: null,
    name: name ?? null,
    phone: phone ?? null,
    tax_exempt: 'none',
    tax_ids: [],
  };
}

/** The Worker's public routes of Checkout behind `fake-worker.ts`, with what a test says becomes of what was begun. */
import type { CheckoutMerchant, CheckoutOutcome, CheckoutSession, NewCheckoutSession } from '../../worker/contract.ts';

export const CHECKOUT_SECRET = 'cs_test_1_secret_CANARY_CHECKOUT_SECRET';
export const CHECKOUT_KEY = 'pk_test_checkout';
export const CHECKOUT_URL = 'https://checkout.stripe.test/c/pay/cs_test_1#CANARY_PAGE';
export const MERCHANT = 'merchant_1';
export const MERCHANT_ACCOUNT = 'acct_1Merchant';
export const PRICE = 'price_1';

export class FakeCheckout {
  /** Whether merchants can sell. */
  able = true;
  /** What has become of every session. */
  outcome: CheckoutOutcome = 'open';
  /** Of the session, otherwise. */
  is: Partial<CheckoutSession> = {};
  /** Where a session is paid. */
  url = CHECKOUT_URL;
  /** Which sessions there are, beside those that were begun here. */
  known = new Set(['cs_test_returned']);
  /** By idempotency key. */
  readonly #begun = new Map<string, string>();

  /** Undefined: not a route of Checkout. */
  answer(what: string, headers: Headers, body: Record<string, unknown>): Response | undefined {
    const [method, path = ''] = what.split(' ');
    const [root, things, id] = path.split('/');
    if (root !== 'checkout') return undefined;
    const route = [method, things, id && ':id'].filter(Boolean).join(' ');
    switch (route) {
      case 'GET merchants :id': {
        const merchant = { object: 'checkout.merchant', id: `${id}`, charges_enabled: this.able } as const;
        return Response.json(merchant satisfies CheckoutMerchant);
      }
      case 'GET sessions':
        return new Response(null, { status: 204 });
      case 'POST sessions':
        return Response.json(this.#begin(headers.get('Idempotency-Key') ?? '', body.presentation === 'inline'));
      case 'GET sessions :id':
        return this.known.has(`${id}`) ? Response.json(this.session(`${id}`)) : Response.json(missing, { status: 404 });
      default:
        return undefined;
    }
  }

  session(id: string): CheckoutSession {
    const { outcome } = this;
    const submitted = outcome !== 'open' && outcome !== 'expired';
    return {
      object: 'checkout.session',
      id,
      merchant: MERCHANT,
      line_items: [{ price: PRICE, quantity: 1 }],
      status: outcome === 'expired' ? 'expired' : submitted ? 'complete' : 'open',
      payment_status: outcome === 'paid' ? 'paid' : 'unpaid',
      outcome,
      amount_total: 123_456,
      currency: 'usd',
      created: 1_800_000_000,
      ...this.is,
    };
  }

  #begin(key: string, inline: boolean): NewCheckoutSession {
    const id = this.#begun.get(key) ?? `cs_test_${this.#begun.size + 1}`;
    this.#begun.set(key, id);
    this.known.add(id);
    return {
      object: 'checkout.session',
      id,
      url: inline ? null : this.url,
      client_secret: inline ? CHECKOUT_SECRET : null,
      publishable_key: CHECKOUT_KEY,
      account: inline ? MERCHANT_ACCOUNT : null,
      expires_at: 1_800_086_400,
    };
  }
}

const missing = {
  error: { type: 'not_found_error', code: 'resource_missing', message: 'For developers.', request_id: 'req_test' },
};

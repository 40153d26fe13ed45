/** What buyers may ask, whoever they are: whether a merchant sells, a session to pay in, and what became of it. */
import { beginCheckout } from '../checkout.ts';
import { chargesEnabled } from '../connected-account.ts';
import {
  type CheckoutMerchant,
  type CheckoutSession,
  CheckoutSessionRequest,
  type NewCheckoutSession,
} from '../contract.ts';
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';
import { readReturnUrl } from '../rules/return-url.ts';
import { watchedSale } from '../sales.ts';
import { readBody } from '../trust/json-body.ts';

/** No account, one that cannot be charged yet, and one that is none of this site's: nobody can tell them apart. */
export async function getCheckoutMerchant(c: AppContext): Promise<Response> {
  const { services, site } = c.var;
  const id = c.req.param('merchant') ?? '';
  const account = await services.accounts.find({ site: site.id, sub: id });
  const charges_enabled = account?.kind === 'created' && (await chargesEnabled(services, site, account));
  return c.json({ object: 'checkout.merchant', id, charges_enabled } satisfies CheckoutMerchant);
}

/** Nothing is made here: the browser's preflight for this URL is out of the way before a click. */
export function getCheckoutSessions(c: AppContext): Response {
  return c.body(null, 204);
}

export async function postCheckoutSession(c: AppContext): Promise<Response> {
  const { services, site } = c.var;
  const { return_url, line_items, merchant, presentation, locale } = await readBody(c, CheckoutSessionRequest);
  const key = c.req.header('Idempotency-Key') ?? null;
  if (key !== null && !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new InlayError('idempotency_key_missing', { param: 'Idempotency-Key' });
  }
  const page = readReturnUrl(return_url, { origins: site.settings.origins, mode: site.mode });
  if (!page.ok) {
    throw new InlayError('url_not_allowed', { param: 'return_url', message: `return_url ${page.reason}.` });
  }
  const wish = { merchant, line_items, page: page.url, presentation, locale };
  const { session, account } = await beginCheckout(services, site, wish, key);
  return c.json({
    object: 'checkout.session',
    id: session.id,
    url: session.url,
    client_secret: session.clientSecret,
    publishable_key: site.publishableKey,
    account: session.inline ? account : null,
    expires_at: session.expiresAt,
  } satisfies NewCheckoutSession);
}

export async function getCheckoutSession(c: AppContext): Promise<Response> {
  const { id, merchant, facts, state } = await watchedSale(c.var.services, c.var.site, c.req.param('session') ?? '');
  const { line_items, amount_total, currency, created } = facts;
  const { status, payment_status, outcome } = state;
  return c.json({
    object: 'checkout.session',
    id,
    merchant: merchant.sub,
    line_items,
    status,
    payment_status,
    outcome,
    amount_total,
    currency,
    created,
  } satisfies CheckoutSession);
}

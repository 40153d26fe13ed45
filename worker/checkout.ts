/** Beginning a sale: one session for each key of a page's request, however often it is sent and whoever dies in between. */
import { chargesEnabled, readAgain } from './connected-account.ts';
import { createdOnce } from './created-once.ts';
import { sha256 } from './digest.ts';
import { type ErrorDetail, InlayError } from './errors.ts';
import {
  type Basket,
  basketOf,
  type FoundPrice,
  type ItemFault,
  noSuchPrice,
  quantityFault,
} from './rules/checkout-items.ts';
import { type CheckoutParams, checkoutParams, type Wish } from './rules/checkout-params.ts';
import { quotaDay } from './rules/quota-day.ts';
import type { Services } from './services.ts';
import type { CreatedAccount } from './store/accounts.ts';
import type { Claim, Claims } from './store/claims.ts';
import type { Order, OrderKey } from './store/orders.ts';
import { createCheckout, findCheckout, type MadeSession, type OpenSession, readCheckout } from './stripe/checkout.ts';
import type { Site } from './trust/site-directory.ts';

/** @param key the page's own; null where it sent none, and no two requests are the same */
export async function beginCheckout(
  services: Services,
  site: Site,
  wish: Wish,
  key: string | null,
): Promise<{ readonly session: OpenSession; readonly account: string }> {
  const { accounts, stripeFor } = services;
  const fault = quantityFault(wish.line_items, site.settings.checkout.max_quantity);
  if (fault !== null) throw invalid(fault);
  const place: OrderKey = { site: site.id, sub: await sha256(key ?? crypto.randomUUID()) };
  const request = await sha256(JSON.stringify(wish));
  const [known, account] = await Promise.all([
    key === null ? null : findSame(services, place, request),
    accounts.find({ site: site.id, sub: wish.merchant }),
  ]);
  if (account?.kind !== 'created') throw new InlayError('merchant_not_ready', { param: 'merchant' });
  try {
    const session =
      known?.kind === 'created'
        ? await readCheckout(stripeFor(site), account.id, known.id)
        : await beginOnce(services, site, account, wish, { place, request, known });
    return { session, account: account.id };
  } catch (thrown) {
    throw await explained(services, site, account, wish, thrown);
  }
}

async function findSame(
  { orders }: Services,
  place: OrderKey,
  request: string,
): Promise<Claim<CheckoutParams> | Order | null> {
  const found = await orders.find(place);
  if (found !== null && found.request !== request) throw new InlayError('idempotency_conflict');
  return found?.stored ?? null;
}

interface Place {
  readonly place: OrderKey;
  readonly request: string;
  readonly known: Claim<CheckoutParams> | null;
}

async function beginOnce(
  services: Services,
  site: Site,
  account: CreatedAccount,
  wish: Wish,
  { place, request, known }: Place,
): Promise<OpenSession> {
  const { orders, runtime, stripeFor } = services;
  // What worked when it was last read is tried: Stripe itself says where it does no longer, and the click waits for one call.
  const ready = account.reading?.charges_enabled === true || (await chargesEnabled(services, site, account));
  if (!ready) throw new InlayError('merchant_not_ready', { param: 'merchant' });
  const basket = await priced(services, site, account, wish);
  const call = stripeFor(site);
  let made: MadeSession | null = null;
  const id = await createdOnce(
    runtime,
    place,
    {
      claims: claimsWithin(services, site),
      keyOf: (claimId) => `inlay-checkout-${claimId}`,
      busy: 'checkout_in_progress',
      find: () => findSame(services, place, request),
      params: (claimId) => checkoutParams({ ...wish, request, basket, site, account: account.id }, claimId),
      create: (params, key) => createCheckout(call, params, key),
      findMade: ({ id: order, claimedAt }) => findCheckout(call, account.id, order, claimedAt),
      keep: async (claim, session) => {
        made = session;
        await orders.keepCreated(place, claim, session);
      },
      refused: (refusal) => refusal,
    },
    known,
  );
  return made ?? readCheckout(call, account.id, id);
}

/** Claims that count against the site's day. */
function claimsWithin({ orders }: Services, { settings }: Site): Claims<CheckoutParams> {
  return {
    ...orders.claims,
    async claim(place, claim) {
      const { day, secondsLeft } = quotaDay(claim.claimedAt);
      const claimed = await orders.claimToday(place, claim, { day, quota: settings.checkout.daily_quota });
      if (claimed === 'exceeded') throw new InlayError('quota_exceeded', { retryAfter: secondsLeft });
      return claimed === 'won' ? claim : null;
    },
  };
}

/** The site's own prices first, then those of the merchant's account. */
async function priced(
  { prices, stripeFor }: Services,
  site: Site,
  { id: account }: CreatedAccount,
  { line_items }: Wish,
): Promise<Basket> {
  const { currency, checkout } = site.settings;
  const find = async (price: string): Promise<FoundPrice | null> => {
    const listed = checkout.prices.find(({ id }) => id === price);
    if (listed !== undefined) return { unit_amount: listed.unit_amount, currency, name: listed.name };
    return price.startsWith('price_') ? prices.find(stripeFor(site), { account, id: price }) : null;
  };
  // One after the other, and none after one that is not sold: made-up ids cost Stripe no more than one call a request.
  const found: (FoundPrice | null)[] = [];
  for (const { price } of line_items) {
    const next = await find(price);
    found.push(next);
    if (next?.currency !== currency) break;
  }
  const judged = basketOf(line_items, found, currency);
  if (judged.ok) return judged.basket;
  throw invalid(judged.fault);
}

/** What Stripe's refusal means to a buyer's page: it names the price that is no longer sold, or the merchant who cannot be paid. */
async function explained(
  services: Services,
  site: Site,
  account: CreatedAccount,
  { line_items }: Wish,
  thrown: unknown,
): Promise<unknown> {
  if (!(thrown instanceof InlayError)) return thrown;
  const { code, detail } = thrown;
  if (code !== 'stripe_refused' && code !== 'account_disconnected') return thrown;
  const at = Number(/^line_items\[(\d+)\](\[price\])?$/.exec(detail.param ?? '')?.[1] ?? Number.NaN);
  const item = line_items[at];
  if (item !== undefined) {
    services.prices.forget({ account: account.id, id: item.price });
    return invalid(noSuchPrice(at), detail);
  }
  if (detail.stripeCode === 'amount_too_small' || detail.stripeCode === 'amount_too_large') {
    return invalid({ param: 'line_items.0.price', reason: 'Stripe takes no charge of this amount' }, detail);
  }
  const { charges_enabled } = await readAgain(services, site, account);
  return charges_enabled ? thrown : new InlayError('merchant_not_ready', { ...detail, param: 'merchant' });
}

function invalid({ param, reason }: ItemFault, detail: ErrorDetail = {}): InlayError {
  return new InlayError('parameter_invalid', { ...detail, param, message: `${param}: ${reason}.` });
}

/** Beginning a sale: one session for each key of a page's request, however often it is sent and whoever dies in between. */
import { itemRefused, priced, refusedByStripe } from './basket.ts';
import { chargesEnabled, readAgain } from './connected-account.ts';
import { createdOnce } from './created-once.ts';
import { sha256 } from './digest.ts';
import { InlayError } from './errors.ts';
import { quantityFault } from './rules/checkout-items.ts';
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
  if (fault !== null) throw itemRefused(fault);
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
  const basket = await priced(services, site, account.id, wish.line_items);
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
  const item = code === 'stripe_refused' ? refusedByStripe(services, account.id, line_items, detail) : null;
  if (item !== null) return item;
  const { charges_enabled } = await readAgain(services, site, account);
  return charges_enabled ? thrown : new InlayError('merchant_not_ready', { ...detail, param: 'merchant' });
}

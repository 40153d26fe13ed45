/** What a buyer's page has put together, at the prices that the site and the merchant have. */
import { type ErrorDetail, InlayError } from './errors.ts';
import {
  type Basket,
  basketOf,
  type FoundPrice,
  type Item,
  type ItemFault,
  noSuchPrice,
} from './rules/checkout-items.ts';
import type { Services } from './services.ts';
import type { Site } from './trust/site-directory.ts';

/**
 * The site's own prices first, then those of the merchant's account.
 * @throws InlayError naming the item that cannot be sold
 */
export async function priced(
  { prices, stripeFor }: Services,
  site: Site,
  account: string,
  items: readonly Item[],
): Promise<Basket> {
  const { currency, checkout } = site.settings;
  const find = async (price: string): Promise<FoundPrice | null> => {
    const listed = checkout.prices.find(({ id }) => id === price);
    if (listed !== undefined) return { unit_amount: listed.unit_amount, currency, name: listed.name };
    return price.startsWith('price_') ? prices.find(stripeFor(site), { account, id: price }) : null;
  };
  // One after the other, and none after one that is not sold: made-up ids cost Stripe no more than one call a request.
  const found: (FoundPrice | null)[] = [];
  for (const { price } of items) {
    const next = await find(price);
    found.push(next);
    if (next?.currency !== currency) break;
  }
  const judged = basketOf(items, found, currency);
  if (judged.ok) return judged.basket;
  throw itemRefused(judged.fault);
}

/** The item that Stripe's refusal of a session is about; null where it is about something else. */
export function refusedByStripe(
  { prices }: Services,
  account: string,
  items: readonly Item[],
  detail: ErrorDetail,
): InlayError | null {
  const at = Number(/^line_items\[(\d+)\](\[price\])?$/.exec(detail.param ?? '')?.[1] ?? Number.NaN);
  const item = items[at];
  if (item !== undefined) {
    // It was sold when it was read.
    prices.forget({ account, id: item.price });
    return itemRefused(noSuchPrice(at), detail);
  }
  const amount = detail.stripeCode === 'amount_too_small' || detail.stripeCode === 'amount_too_large';
  const fault = { param: 'line_items.0.price', reason: 'Stripe takes no charge of this amount' };
  return amount ? itemRefused(fault, detail) : null;
}

export function itemRefused({ param, reason }: ItemFault, detail: ErrorDetail = {}): InlayError {
  return new InlayError('parameter_invalid', { ...detail, param, message: `${param}: ${reason}.` });
}

/** What may be sold in a session. Money comes from the site's settings and from Stripe, and never from a page. */
import { MOST_CHARGED } from './checkout-settings.ts';

/** As much of Stripe's price as decides whether a session can have it. */
export interface PriceReading {
  readonly active: boolean;
  readonly type: string;
  readonly billing_scheme: string;
  readonly currency: string;
  /** Null where it is a fraction of the minor unit, or for the buyer to choose. */
  readonly unit_amount: number | null;
  readonly custom_unit_amount: object | null;
  readonly transform_quantity: object | null;
}

export interface FoundPrice {
  readonly unit_amount: number;
  readonly currency: string;
  /** Of an entry of the site's list; null where the price is Stripe's and has its own. */
  readonly name: string | null;
}

/** A price whose total anybody can compute; null where it is another. All of it but `active` stays as it is for good. */
export function foundPrice(price: PriceReading): FoundPrice | null {
  const { unit_amount, currency } = price;
  const plain = price.type === 'one_time' && price.billing_scheme === 'per_unit';
  const fixed = price.custom_unit_amount === null && price.transform_quantity === null;
  return price.active && plain && fixed && unit_amount !== null ? { unit_amount, currency, name: null } : null;
}

export interface Item {
  readonly price: string;
  readonly quantity: number;
}

export interface PricedItem extends Item, FoundPrice {}

/** What is wrong with a request, and with which part of it. */
export interface ItemFault {
  readonly param: string;
  readonly reason: string;
}

export function quantityFault(items: readonly Item[], most: number): ItemFault | null {
  const over = items.findIndex(({ quantity }) => quantity > most);
  return over < 0 ? null : { param: `line_items.${over}.quantity`, reason: `at most ${most} here` };
}

export interface Basket {
  readonly items: readonly PricedItem[];
  readonly total: number;
}

/** @param found the price of each item; null where the merchant has none of that id that can be sold here */
export function basketOf(
  items: readonly Item[],
  found: readonly (FoundPrice | null)[],
  currency: string,
): { readonly ok: true; readonly basket: Basket } | { readonly ok: false; readonly fault: ItemFault } {
  const priced: PricedItem[] = [];
  for (const [at, item] of items.entries()) {
    const price = found[at];
    if (price == null || price.currency !== currency) return { ok: false, fault: noSuchPrice(at) };
    priced.push({ ...item, ...price });
  }
  const total = priced.reduce((sum, { unit_amount, quantity }) => sum + unit_amount * quantity, 0);
  if (total > MOST_CHARGED) {
    return { ok: false, fault: { param: 'line_items', reason: `at most ${MOST_CHARGED} in all` } };
  }
  return { ok: true, basket: { items: priced, total } };
}

/** One sentence for every reason: what other merchants sell is nobody's business. */
export function noSuchPrice(at: number): ItemFault {
  return { param: `line_items.${at}.price`, reason: 'no price that this merchant sells here' };
}

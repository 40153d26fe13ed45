/** What a site sells for its merchants, within which bounds, and what it takes of it. Amounts are in the minor unit of the site's currency. */
import * as v from 'valibot';
import { PriceId } from '../contract.ts';

/** The most that Stripe charges at once, in the minor unit of most currencies. */
export const MOST_CHARGED = 99_999_999;

const Amount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_CHARGED));

/** The site's part of each sale; how it is computed stands in application-fee.ts. */
const Fee = v.strictObject({
  /** Hundredths of a percent of the amount. */
  basis_points: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)), 0),
  fixed: v.optional(Amount, 0),
  minimum: v.optional(Amount, 0),
});
export type FeeRule = v.InferOutput<typeof Fee>;

/** An entry of the site's own price list. `price_…` are Stripe's ids, so that one is never taken for the other. */
const SitePrice = v.strictObject({
  id: v.pipe(
    PriceId,
    v.check((id) => !id.startsWith('price_'), 'an id that does not begin with price_'),
  ),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(250)),
  unit_amount: v.pipe(Amount, v.minValue(1)),
});
export type SitePrice = v.InferOutput<typeof SitePrice>;

export const CheckoutSettings = v.strictObject({
  fee: v.optional(Fee, {}),
  prices: v.optional(
    v.pipe(
      v.array(SitePrice),
      v.maxLength(100),
      v.check((prices) => new Set(prices.map(({ id }) => id)).size === prices.length, 'each id once'),
    ),
    [],
  ),
  /** Of one price in one session. */
  max_quantity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999)), 99),
  /** Sessions a day (UTC), of all the site's merchants together. */
  daily_quota: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)), 1_000),
});
export type CheckoutSettings = v.InferOutput<typeof CheckoutSettings>;

export const defaultCheckoutSettings: CheckoutSettings = v.parse(CheckoutSettings, {});

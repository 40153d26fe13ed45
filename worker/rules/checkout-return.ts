/** Where a buyer comes back to from Stripe's Checkout. */
import type { CheckoutReturn } from '../contract.ts';
import { withParameters } from './return-url.ts';

/** What stands in a returning page's address; whatever the page had of these names is replaced. */
const NAMES = ['inlay', 'checkout_session', 'checkout_price'] as const;
type Parameters = { readonly inlay: CheckoutReturn } & { readonly [Name in (typeof NAMES)[number]]?: string };

/** Stripe puts the session's id in place of the name in braces, which must reach it as they are (STRIPE.md 6.1). */
export function returnAddress(page: URL): string {
  const parameters: Parameters = { inlay: 'checkout-return', checkout_session: '{CHECKOUT_SESSION_ID}' };
  return withParameters(page, parameters, NAMES);
}

/** @param price the first of what was not bought: which of several buttons was left */
export function cancelAddress(page: URL, price: string): string {
  const parameters: Parameters = { inlay: 'checkout-cancel', checkout_price: price };
  return withParameters(page, parameters, NAMES);
}

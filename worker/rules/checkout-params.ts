/** What a Checkout Session is created with. Built once and frozen in the claim (store/orders.ts). */
import { applicationFee } from './application-fee.ts';
import type { Basket, Item, PricedItem } from './checkout-items.ts';
import { type CheckoutLocale, checkoutLocale } from './checkout-locale.ts';
import { cancelAddress, returnAddress } from './checkout-return.ts';
import type { SiteSettings } from './site-settings.ts';

/** What a page asks for, as far as it may. */
export interface Wish {
  /** The site's own user id. */
  readonly merchant: string;
  readonly line_items: readonly Item[];
  readonly page: URL;
  readonly presentation: 'redirect' | 'inline';
  /** A BCP 47 tag. */
  readonly locale: string | undefined;
}

export interface Checkout extends Wish {
  /** SHA-256 of the wish. */
  readonly request: string;
  readonly site: { readonly id: string; readonly settings: Pick<SiteSettings, 'currency' | 'checkout'> };
  /** The merchant's at Stripe. */
  readonly account: string;
  readonly basket: Basket;
}

export interface CheckoutParams {
  /** SHA-256 of the wish: the same key with another is refused. */
  readonly request: string;
  readonly merchant: string;
  readonly account: string;
  readonly line_items: readonly Item[];
  readonly application_fee_amount: number;
  /** The call's own. */
  readonly session: SessionParams;
}

type Metadata = { readonly inlay_site: string; readonly inlay_merchant: string; readonly inlay_order: string };
type LineItem = { readonly quantity: number } & (
  | { readonly price: string }
  | {
      readonly price_data: {
        readonly currency: string;
        readonly unit_amount: number;
        readonly product_data: { readonly name: string };
      };
    }
);
export interface SessionParams {
  readonly mode: 'payment';
  readonly line_items: LineItem[];
  readonly payment_intent_data: { readonly application_fee_amount?: number; readonly metadata: Metadata };
  readonly metadata: Metadata;
  readonly client_reference_id: string;
  readonly locale: CheckoutLocale;
  readonly ui_mode: 'hosted_page' | 'embedded_page';
  readonly success_url?: string;
  readonly cancel_url?: string;
  readonly redirect_on_completion?: 'if_required';
  readonly return_url?: string;
}

/** @param order the claim's id, which is the order's own name at Stripe */
export function checkoutParams(checkout: Checkout, order: string): CheckoutParams {
  const { merchant, account, line_items, basket, site, request } = checkout;
  const fee = applicationFee(basket.total, site.settings.checkout.fee);
  const metadata: Metadata = { inlay_site: site.id, inlay_merchant: merchant, inlay_order: order };
  return {
    request,
    merchant,
    account,
    line_items,
    application_fee_amount: fee,
    session: {
      mode: 'payment',
      line_items: basket.items.map((item) => lineItem(item, site.settings.currency)),
      // The metadata of a session is not copied to its payment.
      payment_intent_data: { ...(fee === 0 ? {} : { application_fee_amount: fee }), metadata },
      metadata,
      client_reference_id: order,
      locale: checkoutLocale(checkout.locale),
      ...shown(checkout),
    },
  };
}

function lineItem({ price, quantity, unit_amount, name }: PricedItem, currency: string): LineItem {
  return name === null
    ? { price, quantity }
    : { price_data: { currency, unit_amount, product_data: { name } }, quantity };
}

function shown({ page, presentation, line_items }: Wish) {
  const back = returnAddress(page);
  if (presentation === 'inline') {
    return { ui_mode: 'embedded_page', redirect_on_completion: 'if_required', return_url: back } as const;
  }
  const [first] = line_items;
  return { ui_mode: 'hosted_page', success_url: back, cancel_url: cancelAddress(page, first?.price ?? '') } as const;
}

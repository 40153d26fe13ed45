/** What the attributes ask for. Pure. */
import type { CheckoutSessionRequest } from '../../worker/contract.ts';
import { returnPage } from '../shared/addresses.ts';
import { isOrder, type Order } from './buying.ts';

interface Asking extends Order {
  readonly presentation: string | null | undefined;
  readonly returnPath: string | null | undefined;
  readonly locale: string;
}

/**
 * Null where `return-path` is no address of a page.
 * @param framed the page stands in a frame, in which Checkout's own page does not open
 */
export function checkoutRequest(host: Asking, here: string, framed = false): CheckoutSessionRequest | null {
  const url = returnPage(host.returnPath, here);
  if (!url) return null;
  return {
    merchant: `${host.merchant}`,
    line_items: [{ price: `${host.price}`, quantity: Number(host.quantity ?? 1) }],
    return_url: url.href,
    presentation: framed || host.presentation === 'inline' ? 'inline' : 'redirect',
    // What the host page calls a language may be none.
    ...(/^[a-z0-9-]{2,35}$/i.test(host.locale) && { locale: host.locale }),
  };
}

/** For the developer: what keeps the element from asking for anything. */
export function problemOf(order: Order): string | null {
  if (isOrder(order)) return null;
  if (!order.merchant) return 'Set the attribute merchant to your own id of the user who sells.';
  if (!order.price) return 'Set the attribute price to the id of a price of that user’s.';
  return `quantity "${order.quantity}" is not a whole number of at least 1.`;
}

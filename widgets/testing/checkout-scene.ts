/** A button that leads to Checkout, as a test sets it up and presses it. */
import type { ConnectCheckoutButton } from '../connect-checkout-button/connect-checkout-button.ts';
import { MERCHANT, PRICE } from './fake-checkout.ts';
import type { EmbeddedPage } from './fake-embedded.ts';
import type { FakeStripe } from './fake-stripe.ts';
import { button, settled, shown } from './scene.ts';

export function shownBuy(attributes: Record<string, string> = {}): Promise<ConnectCheckoutButton> {
  return shown('connect-checkout-button', { merchant: MERCHANT, price: PRICE, ...attributes });
}

/** Presses it, and gives the Checkout that stands in the page then. */
export async function pressInline(element: ConnectCheckoutButton, { embedded }: FakeStripe): Promise<EmbeddedPage> {
  const next = embedded.next();
  button(element).click();
  const page = await next;
  await settled();
  return page;
}

/** An element with Checkout in the page. */
export async function shownOpen(stripe: FakeStripe, attributes: Record<string, string> = {}) {
  const element = await shownBuy({ presentation: 'inline', ...attributes });
  return { element, page: await pressInline(element, stripe) };
}

/** What the element has put into the page itself. */
export function boxes(element: Element): Element[] {
  return [...element.querySelectorAll('[slot=checkout]')];
}

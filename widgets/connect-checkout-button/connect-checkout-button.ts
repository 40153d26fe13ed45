import type { PropertyDeclarations } from 'lit';
import type { CheckoutSession } from '../../worker/contract.ts';
import { button, message, skeleton } from '../shared/button.ts';
import { define } from '../shared/define.ts';
import { InlayElement } from '../shared/inlay-element.ts';
import { tokens } from '../shared/tokens.styles.ts';
import { Buying } from './buying.ts';
import { styles } from './connect-checkout-button.styles.ts';
import { firstWords } from './first-words.ts';
import { initial } from './flow.ts';

/**
 * @summary Sends a buyer to Stripe's Checkout on a merchant's account and back, and shows what became of it. Needs no user token.
 *
 * @tag connect-checkout-button
 *
 * @slot - Label of the button. Default: "Buy".
 * @slot again - Label of the button after a failure. Default: "Try again".
 * @slot checkout - Where Checkout stands with `presentation="inline"`. The element fills it, and takes away what it put there.
 *
 * @event inlay-ready - The first state is shown. Fires once.
 * @event inlay-start - An attempt begins.
 * @event {CustomEvent<{ checkoutSession: CheckoutSession }>} inlay-change - The buyer has submitted, and the Worker has read from Stripe what became of it.
 * @event {CustomEvent<{ checkoutSession: CheckoutSession }>} inlay-success - The Worker has confirmed with Stripe that it is paid.
 * @event inlay-cancel - The buyer left before anything was submitted.
 * @event {CustomEvent<InlayErrorDetail>} inlay-error - Something failed, or the payment did; the message is in the person's language.
 *
 * @csspart button - The button.
 * @csspart label - The button's label.
 * @csspart spinner - Turns while an attempt begins, or its outcome is read.
 * @csspart skeleton - Stands in for the button until it is known whether the merchant can sell.
 * @csspart status - Takes the button's place where it is paid, on its way, or not available yet.
 * @csspart message - The line below: a hint, what is going on, or an error.
 * @csspart error - The sentence that says what went wrong.
 * @csspart cancel - The button that closes a Checkout in the page.
 *
 * @cssproperty --inlay-color-primary - Background of the button.
 * @cssproperty --inlay-color-on-primary - Text of the button.
 * @cssproperty --inlay-color-background - Background of the status line.
 * @cssproperty --inlay-color-text - Text.
 * @cssproperty --inlay-color-muted - Less important text.
 * @cssproperty --inlay-color-danger - Errors.
 * @cssproperty --inlay-color-success - Icon of what is paid.
 * @cssproperty --inlay-color-border - Lines and the skeleton.
 * @cssproperty --inlay-border-radius - Roundness of corners.
 * @cssproperty --inlay-spacing - Distance between parts.
 * @cssproperty --inlay-font-family - Typeface.
 * @cssproperty --inlay-font-size - Size of text, and with it of everything.
 *
 * @cssstate busy - An attempt begins, Checkout stands in the page, or an outcome is read.
 * @cssstate done - It is paid.
 * @cssstate failed - Something went wrong.
 */
export class ConnectCheckoutButton extends InlayElement {
  static override styles = [tokens, styles];

  static override properties: PropertyDeclarations = {
    merchant: {},
    price: {},
    quantity: {},
    presentation: {},
    returnPath: { attribute: 'return-path' },
  };

  /** The site's own id of the user who sells. */
  declare merchant: string | null | undefined;
  /** A price of that merchant's, or of the site's list. What it costs is for the Worker to say. */
  declare price: string | null | undefined;
  /** How many. Default: 1. */
  declare quantity: number | string | null | undefined;
  /** `auto` and `redirect` leave the page; `inline` puts Checkout into it, and so does every page in a frame. */
  declare presentation: 'auto' | 'redirect' | 'inline' | null | undefined;
  /** Where to come back to, on one of the site's origins. Default: this page. */
  declare returnPath: string | null | undefined;

  readonly #flow = new Buying(this);

  /**
   * A buyer need not be signed in.
   * @internal
   */
  override get source(): string {
    return 'public';
  }

  /** What was submitted here last, as the Worker has read it from Stripe. */
  get checkoutSession(): CheckoutSession | null {
    return this.#flow.state.checkoutSession ?? null;
  }

  /** Does what a click does. */
  start(): Promise<void> {
    return this.#flow.start();
  }

  /** Asks the Worker again. */
  refresh(): Promise<void> {
    return this.#flow.act((later) => later.refresh(this.#flow));
  }

  protected override render() {
    const flow = this.#flow;
    if (flow.later) return flow.later.view(flow);
    return flow.state === initial ? skeleton : [button(flow, firstWords.buy), message(flow, firstWords.hint)];
  }
}

define('connect-checkout-button', ConnectCheckoutButton);

declare global {
  interface HTMLElementTagNameMap {
    'connect-checkout-button': ConnectCheckoutButton;
  }
}

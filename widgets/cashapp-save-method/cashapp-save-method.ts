import type { PropertyDeclarations } from 'lit';
import type { PaymentMethod } from '../../worker/contract.ts';
import { button, message, skeleton } from '../shared/button.ts';
import { define } from '../shared/define.ts';
import { InlayElement } from '../shared/inlay-element.ts';
import { tokens } from '../shared/tokens.styles.ts';
import { styles } from './cashapp-save-method.styles.ts';
import { firstWords } from './first-words.ts';
import { initial } from './flow.ts';
import { Saving } from './saving.ts';
import { termsOf } from './terms.ts';

/**
 * @summary Saves a person's Cash App Pay for later payments: by a QR code on a computer, in Cash App on a phone.
 *
 * @tag cashapp-save-method
 *
 * @slot - Label of the button while nothing has been saved. Default: "Save Cash App Pay".
 * @slot another - Label of the button once a method has been saved. Default: "Save another Cash App account".
 * @slot again - Label of the button after a failure. Default: "Try again".
 *
 * @event inlay-ready - The first state is shown. Fires once.
 * @event inlay-start - An attempt begins.
 * @event {CustomEvent<{ paymentMethod: PaymentMethod | null }>} inlay-change - The method saved by this element has changed; null once it was removed.
 * @event {CustomEvent<{ paymentMethod: PaymentMethod }>} inlay-success - The Worker has confirmed with Stripe that this method is saved.
 * @event inlay-cancel - The person left before it was authorised.
 * @event {CustomEvent<InlayErrorDetail>} inlay-error - Something failed; the message is in the person's language.
 *
 * @csspart button - The button.
 * @csspart label - The button's label.
 * @csspart spinner - Turns while an attempt is under way.
 * @csspart skeleton - Stands in for the button until it is known what the person agrees to.
 * @csspart message - The line below the button: a hint, what is going on, or an error.
 * @csspart error - The sentence that says what went wrong.
 * @csspart terms - What the person authorises by pressing, until they have saved a method under it.
 * @csspart qr - The QR code, with `presentation="inline"`.
 * @csspart cancel - The button below the QR code.
 * @csspart item - The method that was saved.
 *
 * @cssproperty --inlay-color-primary - Background of the button.
 * @cssproperty --inlay-color-on-primary - Text of the button.
 * @cssproperty --inlay-color-background - Background of a saved method.
 * @cssproperty --inlay-color-text - Text.
 * @cssproperty --inlay-color-muted - Less important text.
 * @cssproperty --inlay-color-danger - Errors.
 * @cssproperty --inlay-color-success - Icon of a saved method.
 * @cssproperty --inlay-color-border - Lines.
 * @cssproperty --inlay-border-radius - Roundness of corners.
 * @cssproperty --inlay-spacing - Distance between parts.
 * @cssproperty --inlay-font-family - Typeface.
 * @cssproperty --inlay-font-size - Size of text, and with it of everything.
 *
 * @cssstate busy - An attempt is under way, or its outcome is read.
 * @cssstate done - A method has been saved.
 * @cssstate failed - Something went wrong.
 */
export class CashappSaveMethod extends InlayElement {
  static override styles = [tokens, styles];

  static override properties: PropertyDeclarations = {
    presentation: {},
    returnPath: { attribute: 'return-path' },
  };

  /**
   * `auto`: Stripe's dialog on a computer, Cash App on a phone; `inline`: on a computer, a QR code in the element;
   * `redirect`: Cash App's page instead of this one, on a computer too.
   */
  declare presentation: 'auto' | 'inline' | 'redirect' | null | undefined;
  /** Where Cash App comes back to, on one of the site's origins. Default: this page. */
  declare returnPath: string | null | undefined;

  readonly #flow = new Saving(this);

  /** The last method saved by this element, as the Worker confirmed it. */
  get paymentMethod(): PaymentMethod | null {
    return this.#flow.state.paymentMethod;
  }

  /** Does what a click does. Terms that the person has not seen yet are shown first, and nothing is started. */
  start(): Promise<void> {
    return this.#flow.start();
  }

  /** Asks the Worker again. */
  refresh(): Promise<void> {
    return this.#flow.ask();
  }

  protected override render() {
    const flow = this.#flow;
    if (flow.later) return flow.later.view(flow);
    if (flow.state === initial) return skeleton;
    return [button(flow, firstWords.save), message(flow, firstWords.hint), termsOf(flow)];
  }
}

define('cashapp-save-method', CashappSaveMethod);

declare global {
  interface HTMLElementTagNameMap {
    'cashapp-save-method': CashappSaveMethod;
  }
}

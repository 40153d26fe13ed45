import type { PaymentMethod } from '../../worker/contract.ts';
import { define } from '../shared/define.ts';
import { InlayElement } from '../shared/inlay-element.ts';
import { moreTokens } from '../shared/more-tokens.styles.ts';
import { tokens } from '../shared/tokens.styles.ts';
import { listView } from './list-view.ts';
import { MethodList } from './method-list.ts';
import { styles } from './saved-payment-methods.styles.ts';

/**
 * @summary Lists the payment methods a person has saved, and removes one. What is revoked in Cash App disappears by itself.
 *
 * @tag saved-payment-methods
 *
 * @slot empty - What is shown while nothing is saved. Default: "No payment method is saved yet."
 *
 * @event inlay-ready - The first state is shown. Fires once.
 * @event {CustomEvent<{ paymentMethods: PaymentMethod[] }>} inlay-change - The methods, as the Worker knows them, have changed.
 * @event {CustomEvent<InlayErrorDetail>} inlay-error - Something failed; the message is in the person's language.
 *
 * @csspart list - The methods.
 * @csspart item - One method.
 * @csspart button - A button.
 * @csspart label - A button's label.
 * @csspart message - Says that a method is being removed.
 * @csspart error - What went wrong.
 * @csspart spinner - Turns while a method is removed, or the list asked for again after a failure.
 * @csspart skeleton - Stands in for a method until it is known.
 *
 * @cssproperty --inlay-color-primary - The mark, and labels of buttons.
 * @cssproperty --inlay-color-background - Background of the rows.
 * @cssproperty --inlay-color-text - Text.
 * @cssproperty --inlay-color-muted - Less important text.
 * @cssproperty --inlay-color-danger - What failed, and the button that removes.
 * @cssproperty --inlay-color-border - Lines and the skeleton.
 * @cssproperty --inlay-border-radius - Roundness of corners.
 * @cssproperty --inlay-spacing - Distance between parts.
 * @cssproperty --inlay-font-family - Typeface.
 * @cssproperty --inlay-font-size - Size of text, and with it of everything.
 *
 * @cssstate busy - The list is asked for again, or a method is being removed.
 * @cssstate done - At least one method is saved.
 * @cssstate failed - The list could not be had.
 */
export class SavedPaymentMethods extends InlayElement {
  /**
   * A press on a text must not throw the focus to a button that removes.
   * @internal
   */
  static override shadowRootOptions: ShadowRootInit = { mode: 'open' };

  static override styles = [tokens, moreTokens, styles];

  readonly #flow = new MethodList(this);

  /** The saved methods, newest first, as the Worker last said. */
  get paymentMethods(): readonly PaymentMethod[] {
    return this.#flow.state.methods ?? [];
  }

  /** There is no flow to start here: does what `refresh()` does. */
  start(): Promise<void> {
    return this.refresh();
  }

  /** Asks the Worker, and has it ask Stripe. */
  refresh(): Promise<void> {
    return this.#flow.act((later) => later.askAgain(this.#flow));
  }

  protected override render() {
    return listView(this.#flow);
  }
}

define('saved-payment-methods', SavedPaymentMethods);

declare global {
  interface HTMLElementTagNameMap {
    'saved-payment-methods': SavedPaymentMethods;
  }
}

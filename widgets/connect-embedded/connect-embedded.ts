import { html, type PropertyDeclarations } from 'lit';
import { define } from '../shared/define.ts';
import { InlayElement } from '../shared/inlay-element.ts';
import { tokens } from '../shared/tokens.styles.ts';
import { styles } from './connect-embedded.styles.ts';
import { Embedding } from './embedding.ts';
import { initial } from './flow.ts';

/**
 * @summary Shows one of Stripe Connect's embedded components, in the looks and the language of the page.
 *
 * A component is content, and no button: its script is loaded, and the merchant's session made, when the element is about to
 * be seen. All that are about to be seen together share one session.
 *
 * @tag connect-embedded
 *
 * @slot component - Stripe's component. The element fills it, and clears it away.
 *
 * @event inlay-ready - The first state is shown. Fires once.
 * @event {CustomEvent<{ account?: Account, notifications?: { total: number, actionRequired: number } }>} inlay-change - The account has changed, as the Worker read it when the person left `account-onboarding`; without `account` where the user token lacks the scope `onboard`. Or `notification-banner` has another number of things to tell.
 * @event {CustomEvent<{ account: Account }>} inlay-success - The person left `account-onboarding`, and the Worker has confirmed that everything was submitted.
 * @event inlay-cancel - The person left `account-onboarding` before everything was submitted.
 * @event {CustomEvent<InlayErrorDetail>} inlay-error - Something failed; the message is in the person's language.
 *
 * @csspart skeleton - Stands in for the component until it is there.
 * @csspart message - The line below the component: a hint, or what went wrong.
 * @csspart error - The sentence that says what went wrong.
 * @csspart button - Tries again.
 * @csspart label - The button's label.
 * @csspart spinner - Turns while it is tried again.
 *
 * @cssproperty --inlay-color-primary - Buttons, here and in the component.
 * @cssproperty --inlay-color-on-primary - Text of buttons.
 * @cssproperty --inlay-color-background - Background of the component.
 * @cssproperty --inlay-color-text - Text.
 * @cssproperty --inlay-color-muted - Less important text.
 * @cssproperty --inlay-color-danger - Errors.
 * @cssproperty --inlay-color-border - Lines.
 * @cssproperty --inlay-border-radius - Roundness of corners, up to 24px in the component.
 * @cssproperty --inlay-spacing - Distance between parts, 8px to 20px in the component.
 * @cssproperty --inlay-font-family - Typeface.
 * @cssproperty --inlay-font-size - Size of text, up to 40px in the component.
 *
 * @cssstate busy - The component is on its way.
 * @cssstate done - The component is shown.
 * @cssstate failed - Something went wrong.
 */
export class ConnectEmbedded extends InlayElement {
  /**
   * A press on Stripe's component must not throw the focus to a button of ours.
   * @internal
   */
  static override shadowRootOptions: ShadowRootInit = { mode: 'open' };

  static override styles = [tokens, styles];

  static override properties: PropertyDeclarations = { component: {} };

  /** Which of Stripe's components. */
  declare component:
    | 'account-management'
    | 'account-onboarding'
    | 'balances'
    | 'documents'
    | 'notification-banner'
    | 'payment-method-settings'
    | 'payments'
    | 'payouts'
    | null
    | undefined;

  readonly #flow = new Embedding(this);

  /** Loads the component now, wherever on the page it is. Tries again what failed. */
  start(): Promise<void> {
    return this.#flow.start();
  }

  /** Makes the component anew. */
  refresh(): Promise<void> {
    return this.#flow.ask();
  }

  protected override render() {
    const flow = this.#flow;
    if (flow.later) return flow.later.view(flow);
    if (flow.state === initial) return html`<div part="skeleton"></div>`;
    return html`<button part="button" @click=${() => flow.start()}><span part="label">Try again</span></button>`;
  }
}

define('connect-embedded', ConnectEmbedded);

declare global {
  interface HTMLElementTagNameMap {
    'connect-embedded': ConnectEmbedded;
  }
}

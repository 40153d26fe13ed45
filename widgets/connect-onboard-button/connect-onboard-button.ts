import type { PropertyDeclarations } from 'lit';
import type { Account } from '../../worker/contract.ts';
import { button, message, skeleton } from '../shared/button.ts';
import { define } from '../shared/define.ts';
import { InlayElement } from '../shared/inlay-element.ts';
import { tokens } from '../shared/tokens.styles.ts';
import { styles } from './connect-onboard-button.styles.ts';
import { firstWords } from './first-words.ts';
import { initial } from './flow.ts';
import { Onboarding } from './onboarding.ts';

/**
 * @summary Leads a merchant to Stripe's hosted onboarding and back, and shows where they stand.
 *
 * @tag connect-onboard-button
 *
 * @slot - Label of the button while nothing has been set up. Default: "Set up payouts".
 * @slot continue - Label of the button while set-up is unfinished. Default: "Continue set-up".
 * @slot again - Label of the button after a failure. Default: "Try again".
 *
 * @event inlay-ready - The first state is shown. Fires once.
 * @event inlay-start - The person goes to Stripe.
 * @event {CustomEvent<{ account: Account }>} inlay-change - The account, as the Worker knows it, has changed.
 * @event {CustomEvent<{ account: Account }>} inlay-success - The Worker has confirmed that Stripe has what it asked for.
 * @event inlay-cancel - The window was closed before anything came of it.
 * @event {CustomEvent<InlayErrorDetail>} inlay-error - Something failed; the message is in the person's language.
 *
 * @csspart button - The button.
 * @csspart label - The button's label.
 * @csspart spinner - Turns while a link is fetched.
 * @csspart skeleton - Stands in for the button until the account is known.
 * @csspart status - Takes the button's place where there is nothing left to press.
 * @csspart message - The lines below: a hint, what is missing, or an error.
 * @csspart error - The sentence that says what went wrong.
 * @csspart list - What is missing.
 * @csspart item - One thing that is missing.
 *
 * @cssproperty --inlay-color-primary - Background of the button.
 * @cssproperty --inlay-color-on-primary - Text of the button.
 * @cssproperty --inlay-color-background - Background of the status line.
 * @cssproperty --inlay-color-text - Text.
 * @cssproperty --inlay-color-muted - Less important text.
 * @cssproperty --inlay-color-danger - Errors.
 * @cssproperty --inlay-color-success - Icon of a finished set-up.
 * @cssproperty --inlay-color-border - Lines and the skeleton.
 * @cssproperty --inlay-border-radius - Roundness of corners.
 * @cssproperty --inlay-spacing - Distance between parts.
 * @cssproperty --inlay-font-family - Typeface.
 * @cssproperty --inlay-font-size - Size of text, and with it of everything.
 *
 * @cssstate busy - A link is being fetched, or Stripe's window is open.
 * @cssstate done - Stripe has what it asked for.
 * @cssstate failed - Something went wrong.
 */
export class ConnectOnboardButton extends InlayElement {
  static override styles = [tokens, styles];

  static override properties: PropertyDeclarations = {
    presentation: {},
    returnPath: { attribute: 'return-path' },
  };

  /**
   * `auto` and `redirect` leave the page; `popup` opens a window, and redirects where none can be opened. A page in a frame,
   * where Stripe's pages do not open, always opens a window.
   */
  declare presentation: 'auto' | 'redirect' | 'popup' | null | undefined;
  /** Where to come back to, on one of the site's origins. Default: this page. */
  declare returnPath: string | null | undefined;

  readonly #flow = new Onboarding(this);

  /** Where the merchant stands, as the Worker last said. */
  get account(): Account | null {
    return this.#flow.state.account;
  }

  /** Does what a click does. */
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
    return flow.state === initial ? skeleton : [button(flow, firstWords.setUp), message(flow, firstWords.hint)];
  }
}

define('connect-onboard-button', ConnectOnboardButton);

declare global {
  interface HTMLElementTagNameMap {
    'connect-onboard-button': ConnectOnboardButton;
  }
}

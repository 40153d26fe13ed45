import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Account } from '../../worker/contract.ts';
import { define } from '../shared/define.ts';
import { InlayElement } from '../shared/inlay-element.ts';
import { words } from '../shared/messages/words.ts';
import { tokens } from '../shared/tokens.styles.ts';
import { styles } from './connect-onboard-button.styles.ts';
import { canAct, customState, type State } from './flow.ts';
import { Onboarding } from './onboarding.ts';
import { startButton, startMessage } from './start-button.ts';

/**
 * @summary Leads a merchant to Stripe's hosted onboarding and back, and shows where they stand.
 *
 * @slot - Label of the button while nothing has been set up. Default: "Set up payouts".
 * @slot continue - Label of the button while set-up is unfinished. Default: "Continue set-up".
 *
 * @event inlay-ready - The first state is shown. Fires once.
 * @event inlay-start - The person goes to Stripe.
 * @event {CustomEvent<{ account: Account }>} inlay-change - The account, as the Worker knows it, has changed.
 * @event {CustomEvent<{ account: Account }>} inlay-success - The Worker has confirmed that Stripe has what it asked for.
 * @event inlay-cancel - The window was closed and nothing has changed.
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

  /** `auto` and `redirect` leave the page; `popup` opens a window, and redirects where none can be opened. */
  declare presentation: 'auto' | 'redirect' | 'popup' | null | undefined;
  /** Where to come back to, on one of the site's origins. Default: this page. */
  declare returnPath: string | null | undefined;

  readonly #flow = new Onboarding(this);
  #wasFocused = false;

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
    return this.#flow.ask('load');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.mark(customState(this.#flow.state));
    this.#wasFocused = !!this.shadowRoot?.activeElement;
    const details = this.#flow.later?.detailStyles.styleSheet;
    const sheets = this.shadowRoot?.adoptedStyleSheets;
    if (details && !sheets?.includes(details)) sheets?.push(details);
  }

  /** The button may have given way to a status: whoever was on it stays in the same place. */
  protected override updated(): void {
    if (this.#wasFocused && !this.shadowRoot?.activeElement) {
      this.shadowRoot?.querySelector<HTMLElement>('[part~=status]')?.focus();
    }
  }

  protected override render() {
    const { state, later, engaged } = this.#flow;
    if (state.name === 'signed_out') return nothing;
    if (state.name === 'loading') {
      return html`<div class="row" part="skeleton" role="img" aria-label=${words.in(this.locale).loading}></div>`;
    }
    const settled = state.name === 'ready' && state.account && !canAct(state.account.status);
    return html`${settled ? later?.statusLine(state.account, this.locale) : startButton(this.#flow, this)}
      <div id="message" part="message" role="status" aria-live=${engaged ? 'polite' : 'off'}>
        ${startMessage(this.#flow, this) || this.#summary(state)}
      </div>`;
  }

  #summary({ name, account }: State) {
    if (name !== 'ready') return nothing;
    if (!account || account.status === 'none') return words.in(this.locale).hint;
    return this.#flow.later?.summary(account, this.locale, Date.now());
  }
}

define('connect-onboard-button', ConnectOnboardButton);

declare global {
  interface HTMLElementTagNameMap {
    'connect-onboard-button': ConnectOnboardButton;
  }
}

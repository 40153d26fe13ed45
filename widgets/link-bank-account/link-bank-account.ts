import type { PropertyDeclarations } from 'lit';
import type { BankAccount } from '../../worker/contract.ts';
import { button, message, skeleton } from '../shared/button.ts';
import { define } from '../shared/define.ts';
import { InlayElement } from '../shared/inlay-element.ts';
import { tokens } from '../shared/tokens.styles.ts';
import { firstWords } from './first-words.ts';
import { initial } from './flow.ts';
import { styles } from './link-bank-account.styles.ts';
import { Linking } from './linking.ts';
import { termsOf } from './terms.ts';

/**
 * @summary Links a person's bank accounts with Stripe Financial Connections, in place, and shows what was linked.
 *
 * @tag link-bank-account
 *
 * @slot - Label of the button while nothing has been linked. Default: "Link a bank account".
 * @slot another - Label of the button once an account has been linked. Default: "Link another account".
 * @slot again - Label of the button after a failure. Default: "Try again".
 *
 * @event inlay-ready - The first state is shown. Fires once.
 * @event inlay-start - A flow begins.
 * @event {CustomEvent<{ accounts: BankAccount[] }>} inlay-change - The accounts linked by this element have changed.
 * @event {CustomEvent<{ accounts: BankAccount[] }>} inlay-success - The Worker has confirmed with Stripe that these accounts were linked.
 * @event inlay-cancel - Stripe's dialog was closed before anything was linked.
 * @event {CustomEvent<InlayErrorDetail>} inlay-error - Something failed; the message is in the person's language.
 *
 * @csspart button - The button.
 * @csspart label - The button's label.
 * @csspart spinner - Turns while Stripe's dialog is on its way or open.
 * @csspart skeleton - Stands in for the button until it is known what to ask for.
 * @csspart message - The line below the button: a hint, what is going on, or an error.
 * @csspart error - The sentence that says what went wrong.
 * @csspart terms - Which data the site asks for.
 * @csspart list - The kinds of data; or the accounts that were linked.
 * @csspart item - One of them.
 *
 * @cssproperty --inlay-color-primary - Background of the button.
 * @cssproperty --inlay-color-on-primary - Text of the button.
 * @cssproperty --inlay-color-background - Background of a linked account.
 * @cssproperty --inlay-color-text - Text.
 * @cssproperty --inlay-color-muted - Less important text.
 * @cssproperty --inlay-color-danger - Errors.
 * @cssproperty --inlay-color-success - Icon of a linked account.
 * @cssproperty --inlay-color-border - Lines.
 * @cssproperty --inlay-border-radius - Roundness of corners.
 * @cssproperty --inlay-spacing - Distance between parts.
 * @cssproperty --inlay-font-family - Typeface.
 * @cssproperty --inlay-font-size - Size of text, and with it of everything.
 *
 * @cssstate busy - Stripe's dialog is on its way or open, or its outcome is read.
 * @cssstate done - An account has been linked.
 * @cssstate failed - Something went wrong.
 */
export class LinkBankAccount extends InlayElement {
  static override styles = [tokens, styles];

  static override properties: PropertyDeclarations = {
    permissions: {},
    prefetch: {},
    country: {},
    subcategories: {},
    maxAccounts: { attribute: 'max-accounts' },
    returnPath: { attribute: 'return-path' },
  };

  /** Space-separated; what to ask for of what the site may ask for. Default: all of it. */
  declare permissions: string | null | undefined;
  /** Space-separated; what to read at once of what the site reads at once. Default: all of it. */
  declare prefetch: string | null | undefined;
  /** Two letters: only banks of this country. */
  declare country: string | null | undefined;
  /** Space-separated: `checking`, `savings`, `mortgage`, `line_of_credit`, `credit_card`. Default: every kind. */
  declare subcategories: string | null | undefined;
  /** How many accounts can be chosen at most, 1 to 100. */
  declare maxAccounts: number | string | null | undefined;
  /** Where a bank's own app comes back to, on one of the site's origins. Used in the built-in browsers of apps only. */
  declare returnPath: string | null | undefined;

  readonly #flow = new Linking(this);

  /** What was linked by this element, as the Worker confirmed it; newest first. */
  get accounts(): readonly BankAccount[] {
    return this.#flow.state.accounts;
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
    if (flow.state === initial) return skeleton;
    return [button(flow, firstWords.link), message(flow, firstWords.hint), termsOf(flow)];
  }
}

define('link-bank-account', LinkBankAccount);

declare global {
  interface HTMLElementTagNameMap {
    'link-bank-account': LinkBankAccount;
  }
}

import type { PropertyDeclarations } from 'lit';
import type { BankAccount } from '../../worker/contract.ts';
import { define } from '../shared/define.ts';
import { InlayElement } from '../shared/inlay-element.ts';
import { moreTokens } from '../shared/more-tokens.styles.ts';
import { tokens } from '../shared/tokens.styles.ts';
import { styles } from './linked-bank-accounts.styles.ts';
import { listView } from './list-view.ts';
import { Listing } from './listing.ts';

/**
 * @summary Lists a person's linked bank accounts with balances, owners and transactions; refreshes and disconnects them.
 *
 * @tag linked-bank-accounts
 *
 * @slot empty - What is shown while nothing is linked. Default: "No bank account is linked yet."
 *
 * @event inlay-ready - The first state is shown. Fires once.
 * @event inlay-start - The person is asked for a new consent, to link again or to share more.
 * @event {CustomEvent<{ accounts: BankAccount[] }>} inlay-change - The accounts, as the Worker knows them, have changed.
 * @event {CustomEvent<{ accounts: BankAccount[] }>} inlay-success - The Worker has confirmed what a new consent linked.
 * @event inlay-cancel - The dialog of a new consent was closed before anything came of it.
 * @event {CustomEvent<InlayErrorDetail>} inlay-error - Something failed; the message is in the person's language.
 *
 * @csspart list - The accounts.
 * @csspart item - One account.
 * @csspart status - What needs attention.
 * @csspart button - A button.
 * @csspart label - A button's label.
 * @csspart message - Says what is going on with an account.
 * @csspart error - What went wrong.
 * @csspart spinner - Turns while an account is refreshed.
 * @csspart skeleton - Stands in for an account, or for what unfolds below one, until it is known.
 *
 * @cssproperty --inlay-color-primary - Labels of buttons, and money out.
 * @cssproperty --inlay-color-background - Background of the cards.
 * @cssproperty --inlay-color-text - Text.
 * @cssproperty --inlay-color-muted - Less important text.
 * @cssproperty --inlay-color-danger - What failed, and the button that disconnects.
 * @cssproperty --inlay-color-success - Money in.
 * @cssproperty --inlay-color-border - Lines and the skeleton.
 * @cssproperty --inlay-border-radius - Roundness of corners.
 * @cssproperty --inlay-spacing - Distance between parts.
 * @cssproperty --inlay-font-family - Typeface.
 * @cssproperty --inlay-font-size - Size of text, and with it of everything.
 *
 * @cssstate busy - The list is asked for again, or something is done with an account.
 * @cssstate done - At least one account is linked.
 * @cssstate failed - The list could not be had.
 */
export class LinkedBankAccounts extends InlayElement {
  /**
   * A press on a text of a long list must not throw the focus to its first button.
   * @internal
   */
  static override shadowRootOptions: ShadowRootInit = { mode: 'open' };

  static override styles = [tokens, moreTokens, styles];

  static override properties: PropertyDeclarations = { days: { type: Number } };

  /** How many days back transactions are shown: 1 to 180, 90 by default. */
  declare days: number | null | undefined;

  readonly #flow = new Listing(this);

  /** The linked accounts, as the Worker last said. */
  get accounts(): readonly BankAccount[] {
    return this.#flow.state.list?.data ?? [];
  }

  /** Asks the person for a new consent to all that this site may ask for. */
  start(): Promise<void> {
    return this.#flow.act((later) => later.consent(this.#flow));
  }

  /** Asks the Worker, and has it ask Stripe. */
  refresh(): Promise<void> {
    return this.#flow.act((later) => later.askAgain(this.#flow));
  }

  protected override render() {
    return listView(this.#flow);
  }
}

define('linked-bank-accounts', LinkedBankAccounts);

declare global {
  interface HTMLElementTagNameMap {
    'linked-bank-accounts': LinkedBankAccounts;
  }
}

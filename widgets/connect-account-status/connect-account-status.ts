import { html, nothing, type PropertyDeclarations } from 'lit';
import type { Account } from '../../worker/contract.ts';
import { tell } from '../connect-onboard-button/account-story.ts';
import { needsTalk } from '../connect-onboard-button/account-words.ts';
import { firstWords } from '../connect-onboard-button/first-words.ts';
import type { State } from '../connect-onboard-button/flow.ts';
import { Onboarding } from '../connect-onboard-button/onboarding.ts';
import { canAct } from '../connect-onboard-button/transitions.ts';
import { button, message } from '../shared/button.ts';
import { define } from '../shared/define.ts';
import { plainly } from '../shared/fill.ts';
import { icon } from '../shared/icons.ts';
import { InlayElement } from '../shared/inlay-element.ts';
import { enOnboard, type OnboardWords } from '../shared/messages/en-onboard.ts';
import { moreTokens } from '../shared/more-tokens.styles.ts';
import { readConfig } from '../shared/public-api.ts';
import { tokens } from '../shared/tokens.styles.ts';
import type { Say } from '../shared/words.ts';
import { accountView } from './account-view.ts';
import { styles } from './connect-account-status.styles.ts';

/**
 * @summary Shows what a merchant's account can do, what Stripe still needs and by when, and offers to continue.
 *
 * @tag connect-account-status
 *
 * @slot - Label of the button while nothing has been set up. Default: "Set up payouts".
 * @slot continue - Label of the button while Stripe needs something. Default: "Continue set-up".
 * @slot again - Label of the button after a failure. Default: "Try again".
 *
 * @event inlay-ready - The first state is shown. Fires once.
 * @event inlay-start - The person goes to Stripe.
 * @event {CustomEvent<{ account: Account }>} inlay-change - The account, as the Worker knows it, has changed.
 * @event {CustomEvent<{ account: Account }>} inlay-success - The Worker has confirmed that Stripe has what it asked for.
 * @event inlay-cancel - The window was closed before anything came of it.
 * @event {CustomEvent<InlayErrorDetail>} inlay-error - Something failed; the message is in the person's language.
 *
 * @csspart status - Icon, headline and explanation.
 * @csspart list - What is missing.
 * @csspart item - One thing that is missing.
 * @csspart error - What went wrong, or what Stripe found wrong with an answer.
 * @csspart message - Says what is going on, next to the button.
 * @csspart button - The button.
 * @csspart label - The button's label.
 * @csspart spinner - Turns while a link is fetched.
 * @csspart skeleton - Stands in for the content until the account is known.
 *
 * @cssproperty --inlay-color-primary - Background of the button.
 * @cssproperty --inlay-color-on-primary - Text of the button.
 * @cssproperty --inlay-color-background - Background of the card.
 * @cssproperty --inlay-color-text - Text.
 * @cssproperty --inlay-color-muted - Less important text.
 * @cssproperty --inlay-color-danger - What is overdue, refused or failed.
 * @cssproperty --inlay-color-success - What works.
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
export class ConnectAccountStatus extends InlayElement {
  static override styles = [tokens, moreTokens, styles];

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
  /** Whom to talk to, asked for only where that is the way on. */
  #business: string | null | undefined;

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

  protected override updated(): void {
    const { session } = this;
    if (!session || this.#business !== undefined || !needsTalk(this.account?.status)) return;
    this.#business = null;
    readConfig(session, AbortSignal.timeout(15_000)).then(
      ({ business_name }) => {
        this.#business = business_name;
        this.requestUpdate();
      },
      // "Contact support" says the same, without a name.
      () => undefined,
    );
  }

  protected override render() {
    const flow = this.#flow;
    const { state } = flow;
    const say = flow.later?.onboardWords.of(this) ?? plainly(enOnboard, this.locale);
    if (state.name === 'signed_out') return nothing;
    const { account, name } = state;
    return html`<section class="card ${account && tell(account).missing.length ? 'full' : ''}" aria-label=${say('statusLabel')} aria-busy=${name === 'loading'}>
      ${account ? accountView(account, { say, now: Date.now(), business: this.#business ?? null }) : standIn(name, say)}
      <footer>
        ${name !== 'loading' && (name !== 'ready' || canAct(account?.status)) ? button(flow, ...(flow.later?.labelOf(flow) ?? [firstWords.setUp])) : nothing}
        ${message(flow, flow.later?.messageOf(flow) ?? '')}
      </footer>
    </section>`;
  }
}

/** What there is to see while the account is not known. */
function standIn(name: State['name'], say: Say<OnboardWords>) {
  if (name === 'failed') return html`<header data-tone="bad"><span class="badge">${icon('alert')}</span></header>`;
  if (name !== 'loading') return nothing;
  return html`<div part="skeleton" role="img" aria-label=${say('loading')}><span></span><span></span><span></span><span></span></div>`;
}

define('connect-account-status', ConnectAccountStatus);

declare global {
  interface HTMLElementTagNameMap {
    'connect-account-status': ConnectAccountStatus;
  }
}

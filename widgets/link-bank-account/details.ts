/** What linking says beyond a first render: what is going on, what went wrong, what was linked. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BankAccount } from '../../worker/contract.ts';
import { button, message, skeleton } from '../shared/button.ts';
import { sentence } from '../shared/errors.ts';
import { icon } from '../shared/icons.ts';
import { isInAppBrowser } from '../shared/in-app-browser.ts';
import { bankWords } from '../shared/messages/bank-words.ts';
import type { BankWords } from '../shared/messages/en-bank.ts';
import type { Say } from '../shared/words.ts';
import type { Linking } from './linking.ts';
import { termsOf } from './terms.ts';

/** The whole of `link-bank-account`, once more than a first click may be needed. */
export function view(flow: Linking) {
  const { state, host } = flow;
  const say = bankWords.of(host);
  if (state.name === 'signed_out') return nothing;
  if (state.name === 'loading') return skeleton;
  return [
    button(flow, ...labelOf(flow)),
    message(flow, messageOf(flow)),
    state.accounts.length ? accountList(state.accounts, say) : nothing,
    termsOf(flow, say),
  ];
}

function labelOf({ state, host }: Linking): [text: string, slot?: string] {
  const say = bankWords.of(host);
  if (state.name === 'failed') return [say('tryAgain'), 'again'];
  return state.accounts.length ? [say('another'), 'another'] : [say('link')];
}

/** What is going on, for any element. */
export function messageOf({ state, host }: Linking): TemplateResult | string {
  const say = bankWords.of(host);
  switch (state.name) {
    case 'failed':
      return html`<span part="error">${sentence(state.error, host)}</span>`;
    case 'open':
      return say('open');
    case 'busy':
      return { load: say('loading'), start: say('opening'), sync: say('confirming') }[state.doing.what];
    case 'ready':
      if (state.accounts.length) return say('linked', { count: state.accounts.length });
      return isInAppBrowser(navigator.userAgent) ? say('inApp') : say('hint');
    case 'loading':
    case 'signed_out':
      return '';
  }
}

function accountList(accounts: readonly BankAccount[], say: Say<BankWords>): TemplateResult {
  return html`<ul class="accounts" part="list" aria-label=${say('linkedAccounts')}>
    ${accounts.map(
      (account) => html`<li part="item">
        ${icon('account')}
        <div><b>${account.institution_name}</b><small>${nameOf(account, say)}</small></div>
      </li>`,
    )}
  </ul>`;
}

/** The account's own name, its kind, and its last four digits in a form for the eye and one for the ear. */
function nameOf({ display_name, subcategory, last4 }: BankAccount, say: Say<BankWords>): TemplateResult {
  return html`${display_name ? html`<bdi>${display_name}</bdi> · ` : nothing}${say(`kind.${subcategory}`)}${
    last4
      ? html` <bdi aria-hidden="true">••${last4}</bdi><span class="heard"> ${say('endingIn', { last4 })}</span>`
      : nothing
  }`;
}

/** What takes the place of an account's buttons, and what unfolds below them. */
import { html, type TemplateResult } from 'lit';
import type { BankAccount } from '../../worker/contract.ts';
import type { Say } from '../shared/words.ts';
import { button, nameOf } from './account-card.ts';
import { share } from './attention.ts';
import type { Listing } from './listing.ts';
import type { AccountWords } from './messages/en-account.ts';
import { accountWords } from './messages/words.ts';
import type { Panel } from './row.ts';

export function insteadOfActions(flow: Listing, account: BankAccount): TemplateResult | undefined {
  const say = accountWords.of(flow.host);
  if (account.status === 'disconnected') return button(flow, account, say('remove'), { does: 'disconnect' });
  return flow.rowOf(account).doing.name === 'confirming' ? confirmation(flow, account, say) : undefined;
}

/**
 * The second half of a double-click, which was meant for the button that asks, is no answer. saved-payment-methods has the same
 * line: shared, it would be a chunk of its own, and a request more.
 */
const secondHalf = { handleEvent: (event: MouseEvent) => event.detail > 1 && event.stopPropagation(), capture: true };

/** Asks once more before an account is disconnected. */
function confirmation(flow: Listing, account: BankAccount, say: Say<AccountWords>): TemplateResult {
  const keep = ({ key }: KeyboardEvent) => key === 'Escape' && flow.press(account, { does: 'keep' });
  return html`<div class="confirm" role="group" tabindex="-1" aria-labelledby="question-${account.id}" aria-describedby="consequence-${account.id}" @keydown=${keep} @click=${secondHalf}>
    <p><strong id="question-${account.id}">${say('confirm', { account: nameOf(account) })}</strong> <span id="consequence-${account.id}">${say('consequence')}</span></p>
    ${button(flow, account, flow.say('disconnect'), { does: 'disconnect' })}
    ${button(flow, account, say('keep'), { does: 'keep' })}
  </div>`;
}

/** What a person has unfolded, in the order of doing so. */
export function panels(flow: Listing, account: BankAccount): TemplateResult[] {
  const { details } = flow;
  return flow.rowOf(account).open.map((panel) => {
    if (!account.permissions.includes(panel)) return notShared(flow, account, panel);
    return details?.panelOf(flow, account, panel) ?? html`<div class="panel" part="skeleton"></div>`;
  });
}

function notShared(flow: Listing, account: BankAccount, panel: Panel): TemplateResult {
  const say = accountWords.of(flow.host);
  return html`<div class="panel unshared"><span>${say('notSharedHere')}</span>${share(flow, account, panel)}</div>`;
}

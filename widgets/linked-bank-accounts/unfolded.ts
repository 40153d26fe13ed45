/** What takes the place of an account's buttons, and what unfolds below them. */
import { html, type TemplateResult } from 'lit';
import type { BankAccount } from '../../worker/contract.ts';
import { button, nameOf } from './account-card.ts';
import type { Listing } from './listing.ts';
import { accountWords } from './messages/words.ts';

/** Asks once more before an account is disconnected. Undefined: nobody wants to. */
export function confirmation(flow: Listing, account: BankAccount): TemplateResult | undefined {
  if (flow.rowOf(account).doing.name !== 'confirming') return undefined;
  const say = accountWords.in(flow.host.locale);
  const keep = ({ key }: KeyboardEvent) => key === 'Escape' && flow.press(account, { does: 'keep' });
  return html`<div class="confirm" role="group" tabindex="-1" aria-labelledby="question-${account.id}" aria-describedby="consequence-${account.id}" @keydown=${keep}>
    <p><strong id="question-${account.id}">${say.confirm(nameOf(account))}</strong> <span id="consequence-${account.id}">${say.consequence}</span></p>
    ${button(flow, account, flow.say.disconnect, { does: 'disconnect' })}
    ${button(flow, account, say.keep, { does: 'keep' })}
  </div>`;
}

/** What a person has unfolded, in the order of doing so. */
export function panels(flow: Listing, account: BankAccount): TemplateResult[] {
  const { details } = flow;
  const standIn = html`<div class="panel" part="skeleton"></div>`;
  return flow.rowOf(account).open.map((panel) => (details ? details.panelOf(flow, account, panel) : standIn));
}

/** Who the bank says owns an account. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BankAccountOwner } from '../../worker/contract.ts';
import type { Say } from '../shared/words.ts';
import type { AccountWords } from './messages/en-account.ts';

export function ownersView(owners: readonly BankAccountOwner[], say: Say<AccountWords>): TemplateResult {
  return html`<ul class="owners" role="list">${owners.map(
    ({ name, email, phone, raw_address }) => html`<li><strong><bdi>${name}</bdi></strong>
      ${email || phone || raw_address ? html`<dl>${fact(say('email'), email)}${fact(say('phone'), phone)}${fact(say('address'), raw_address)}</dl>` : nothing}
    </li>`,
  )}</ul>`;
}

function fact(name: string, value: string | null): TemplateResult | typeof nothing {
  return value ? html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>` : nothing;
}

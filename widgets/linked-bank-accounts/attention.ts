/** What needs attention, and what can be asked for again. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BankAccount, BankPermission } from '../../worker/contract.ts';
import { formatsOf } from '../shared/formats.ts';
import { icon } from '../shared/icons.ts';
import type { Say } from '../shared/words.ts';
import { button } from './account-card.ts';
import type { Listing } from './listing.ts';
import type { AccountWords } from './messages/en-account.ts';
import { accountWords } from './messages/words.ts';

export function attention(flow: Listing, account: BankAccount): TemplateResult | typeof nothing {
  const problem = problemOf(account, accountWords.of(flow.host));
  if (!problem) return nothing;
  const label = accountWords.of(flow.host)('linkAgain');
  return html`<p class="attention" part="status">${icon('alert')}<span>${problem}</span>${
    flow.state.list?.permissions.length ? button(flow, account, label, { does: 'link' }) : nothing
  }</p>`;
}

function problemOf(account: BankAccount, say: Say<AccountWords>): string | undefined {
  const { status, relink_required, expected_deactivation_date: by } = account;
  if (status === 'disconnected') return say('disconnected');
  if (status === 'inactive') return say('inactive');
  if (!relink_required) return undefined;
  if (by === null) return say('relink');
  const date = new Intl.DateTimeFormat(formatsOf(say.locale), { dateStyle: 'long' }).format(by * 1000);
  return say('relinkBy', { date });
}

/** More can be asked for only where the site would ask for it. */
export function share(
  flow: Listing,
  account: BankAccount,
  permission: Exclude<BankPermission, 'payment_method'>,
): TemplateResult | typeof nothing {
  if (account.status !== 'active' || !flow.state.list?.permissions.includes(permission)) return nothing;
  return button(flow, account, accountWords.of(flow.host)(`share.${permission}`), { does: 'share', permission });
}

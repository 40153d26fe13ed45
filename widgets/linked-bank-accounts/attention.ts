/** What needs attention, and what can be asked for again. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BankAccount, BankPermission } from '../../worker/contract.ts';
import { formatsOf } from '../shared/formats.ts';
import { icon } from '../shared/icons.ts';
import { button } from './account-card.ts';
import type { Listing } from './listing.ts';
import { accountWords } from './messages/words.ts';

export function attention(flow: Listing, account: BankAccount): TemplateResult | typeof nothing {
  const problem = problemOf(account, flow.host.locale);
  if (!problem) return nothing;
  const label = accountWords.in(flow.host.locale).linkAgain;
  return html`<p class="attention" part="status">${icon('alert')}<span>${problem}</span>${
    flow.state.list?.permissions.length ? button(flow, account, label, { does: 'link' }) : nothing
  }</p>`;
}

function problemOf(account: BankAccount, locale: string): string | undefined {
  const say = accountWords.in(locale);
  const { status, relink_required, expected_deactivation_date: by } = account;
  if (status === 'disconnected') return say.disconnected;
  if (status === 'inactive') return say.inactive;
  if (!relink_required) return undefined;
  if (by === null) return say.relink;
  return say.relinkBy(new Intl.DateTimeFormat(formatsOf(locale), { dateStyle: 'long' }).format(by * 1000));
}

/** More can be asked for only where the site would ask for it. */
export function share(
  flow: Listing,
  account: BankAccount,
  permission: Exclude<BankPermission, 'payment_method'>,
): TemplateResult | typeof nothing {
  if (account.status !== 'active' || !flow.state.list?.permissions.includes(permission)) return nothing;
  return button(flow, account, accountWords.in(flow.host.locale).share[permission], { does: 'share', permission });
}

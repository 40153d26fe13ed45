/** One account: whose it is, what is on it, what needs attention, what can be done. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BankAccount, BankPermission } from '../../worker/contract.ts';
import { icon } from '../shared/icons.ts';
import { balanceLines, type Line } from './balance-lines.ts';
import { dateOf, formatsOf, momentOf } from './formats.ts';
import type { Listing, Press } from './listing.ts';
import { money } from './money.ts';
import { refreshing } from './refreshing.ts';

const THINGS = ['balances', 'transactions', 'ownership'] as const;

export function accountCard(flow: Listing, account: BankAccount): TemplateResult {
  const { say } = flow;
  return html`<article class="card" aria-labelledby="name-${account.id}">
    <header>
      <span class="badge">${icon('account')}</span>
      <div class="who">
        <strong id="name-${account.id}"><bdi>${nameOf(account)}</bdi></strong>
        <span><bdi>${account.institution_name}</bdi> · ${say.kinds[account.subcategory]}</span>
      </div>
      ${account.permissions.includes('balances') ? balance(flow, account) : nothing}
    </header>
    ${attention(flow, account)}
    ${account.status === 'active' ? THINGS.map((thing) => unshared(flow, account, thing)) : nothing}
    <footer>${flow.later?.confirmation(flow, account) ?? actions(flow, account)}</footer>
    <p class="note" part="message">${flow.later?.noteOf(flow, account) ?? nothing}</p>
    ${flow.later?.panels(flow, account) ?? nothing}
  </article>`;
}

/** "Everyday ••6789", as people know it. */
export function nameOf({ display_name, institution_name, last4 }: BankAccount): string {
  return [display_name ?? institution_name, last4 && `••${last4}`].filter(Boolean).join(' ');
}

function balance({ say, host }: Listing, { balance }: BankAccount): TemplateResult {
  if (!balance) return html`<div class="balance"><span>${say.noBalance}</span></div>`;
  const locale = formatsOf(host.locale);
  const [main, ...others] = balanceLines(balance).map(({ is, amounts }: Line) => {
    const all = Object.entries(amounts).map(([currency, amount]) => money(amount, currency, locale));
    return say.balance[is](all.join(' · '));
  });
  return html`<div class="balance">
    <strong>${main}</strong>${others.map((other) => html`<span>${other}</span>`)}<span>${say.asOf(momentOf(balance.as_of, locale))}</span>
  </div>`;
}

function attention(flow: Listing, account: BankAccount): TemplateResult | typeof nothing {
  const problem = problemOf(flow, account);
  if (!problem) return nothing;
  return html`<p class="attention" part="status">${icon('alert')}<span>${problem}</span>${
    flow.state.list?.permissions.length ? button(flow, account, flow.say.linkAgain, { does: 'link' }) : nothing
  }</p>`;
}

function problemOf({ say, host }: Listing, account: BankAccount): string | undefined {
  const { status, relink_required, expected_deactivation_date: by } = account;
  if (status === 'disconnected') return say.disconnected;
  if (status === 'inactive') return say.inactive;
  if (!relink_required) return undefined;
  return by === null ? say.relink : say.relinkBy(dateOf(by, formatsOf(host.locale)));
}

/** More can be asked for only where the site would ask for it. */
function unshared(flow: Listing, account: BankAccount, thing: BankPermission & keyof Listing['say']['things']) {
  const { say } = flow;
  if (account.permissions.includes(thing)) return nothing;
  return html`<p class="unshared"><span>${say.things[thing]}: ${say.notShared}</span>${
    flow.state.list?.permissions.includes(thing)
      ? button(flow, account, say.share[thing], { does: 'share', permission: thing })
      : nothing
  }</p>`;
}

function actions(flow: Listing, account: BankAccount) {
  const { say } = flow;
  const { status, permissions } = account;
  if (status === 'disconnected') return button(flow, account, say.remove, { does: 'disconnect' });
  const can = refreshing(account, Date.now() / 1000).name;
  return [
    permissions.includes('transactions') ? toggle(flow, account, say.things.transactions, 'transactions') : nothing,
    permissions.includes('ownership') ? toggle(flow, account, say.things.ownership, 'owners') : nothing,
    html`<span class="space"></span>`,
    can === 'impossible' ? nothing : button(flow, account, say.refresh, { does: 'refresh' }, can !== 'possible'),
    button(flow, account, say.disconnect, { does: 'confirm' }),
  ];
}

/** Pressed in vain, a button keeps the focus: `aria-disabled`, and not `disabled`. */
export function button(flow: Listing, account: BankAccount, label: string, press: Press, off = false): TemplateResult {
  const unable = off || flow.rowOf(account).doing.name === 'busy';
  return html`<button class="quiet" part="button" data-does=${press.does} aria-describedby="name-${account.id}" ?disabled=${flow.host.disabled} aria-disabled=${unable} @click=${() => unable || flow.press(account, press)}><span part="label">${label}</span></button>`;
}

function toggle(flow: Listing, account: BankAccount, label: string, panel: 'transactions' | 'owners'): TemplateResult {
  const open = flow.rowOf(account).open.includes(panel);
  return html`<button class="quiet toggle" part="button" data-does=${panel} aria-describedby="name-${account.id}" aria-expanded=${open} @click=${() => flow.press(account, { does: 'toggle', panel })}><span part="label">${label}</span></button>`;
}

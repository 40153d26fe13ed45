/** One account: whose it is, what is on it, what needs attention, what can be done. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BankAccount } from '../../worker/contract.ts';
import { formatsOf, momentOf } from '../shared/formats.ts';
import { icon } from '../shared/icons.ts';
import { money } from '../shared/money.ts';
import { balanceLines, type Line } from './balance-lines.ts';
import type { Listing, Press } from './listing.ts';
import type { Panel } from './row.ts';

export function accountCard(flow: Listing, account: BankAccount): TemplateResult {
  const { say } = flow;
  return html`<article class="card" aria-labelledby="name-${account.id}">
    <header>
      <span class="badge">${icon('account')}</span>
      <div>
        <strong id="name-${account.id}"><bdi>${nameOf(account)}</bdi></strong>
        <span><bdi>${account.institution_name}</bdi> · ${say(`kind.${account.subcategory}`)}</span>
      </div>
      <div class="balance">${balance(flow, account)}</div>
    </header>
    ${flow.later?.attention(flow, account) ?? nothing}
    <footer>${flow.later?.insteadOfActions(flow, account) ?? actions(flow, account)}</footer>
    <p class="note" part="message">${flow.later?.noteOf(flow, account) ?? nothing}</p>
    ${flow.later?.panels(flow, account) ?? nothing}
  </article>`;
}

/** "Everyday ••6789", as people know it. */
export function nameOf({ display_name, institution_name, last4 }: BankAccount): string {
  return [display_name ?? institution_name, last4 && `••${last4}`].filter(Boolean).join(' ');
}

function balance(flow: Listing, account: BankAccount): unknown {
  const { say } = flow;
  const { balance, permissions } = account;
  if (!permissions.includes('balances'))
    return [line(say('notShared', { what: say('balance') })), flow.later?.share(flow, account, 'balances')];
  if (!balance) return line(say('noBalance'));
  const locale = formatsOf(say.locale);
  const [main, ...others] = balanceLines(balance).map(({ is, amounts }: Line) => {
    const all = Object.entries(amounts).map(([currency, amount]) => money(amount, currency, locale));
    return is === 'current' ? all.join(' · ') : say(is, { amounts: all.join(' · ') });
  });
  return [
    html`<strong><bdi>${main}</bdi></strong>`,
    ...others.map(line),
    line(say('asOf', { moment: momentOf(balance.as_of, locale) })),
  ];
}

function line(text: string): TemplateResult {
  return html`<span><bdi>${text}</bdi></span>`;
}

function actions(flow: Listing, account: BankAccount): unknown {
  const { say, later } = flow;
  return [
    toggle(flow, account, 'transactions'),
    toggle(flow, account, 'ownership'),
    account.status === 'active'
      ? button(flow, account, say('refresh'), { does: 'refresh' }, later && !later.canRefresh(account))
      : nothing,
    button(flow, account, say('disconnect'), { does: 'confirm' }),
  ];
}

/** Pressed in vain, a button keeps the focus: `aria-disabled`, and not `disabled`. */
export function button(flow: Listing, account: BankAccount, label: string, press: Press, off = false): TemplateResult {
  const unable = off || flow.rowOf(account).doing.name === 'busy';
  return html`<button class="quiet" part="button" data-does=${press.does} aria-describedby="name-${account.id}" ?disabled=${flow.host.disabled} aria-disabled=${unable} @click=${() => unable || flow.press(account, press)}><span part="label">${label}</span></button>`;
}

/** What is not shared unfolds too, to say so. */
function toggle(flow: Listing, account: BankAccount, panel: Panel): TemplateResult {
  const { say } = flow;
  const shared = account.permissions.includes(panel);
  const label = shared ? say(panel) : say('notShared', { what: say(panel) });
  return html`<button class="quiet toggle ${shared ? '' : 'lacking'}" part="button" data-does=${panel} aria-describedby="name-${account.id}" aria-expanded=${flow.rowOf(account).open.includes(panel)} @click=${() => flow.press(account, { does: 'toggle', panel })}><span part="label">${label}</span></button>`;
}

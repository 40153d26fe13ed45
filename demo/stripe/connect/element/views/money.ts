/** `balances` and `payouts`. */
import { h } from '../../../financial_connections/dialog/dom.ts';
import type { BalanceShown, Money, PayoutShown, PayoutsShown } from '../../panels/payouts.ts';
import { badge, buttons, list, muted, primary, windowHint } from '../controls.ts';
import type { Ui, View } from '../view.ts';

export const balances: View<BalanceShown> = {
  tag: 'balances',
  panel: 'balances',
  title: ({ titles }) => titles.balances,
  content: balance,
};

export const payouts: View<PayoutsShown> = {
  tag: 'payouts',
  panel: 'payouts',
  title: ({ titles }) => titles.payouts,
  content: (shown, ui) => [
    ...balance(shown, ui),
    shown.payouts.length > 0
      ? list(ui.texts.payouts.list, ...shown.payouts.map((payout) => item(payout, ui)))
      : muted(ui.texts.payouts.none),
  ],
};

function balance({ available, pending, bank, payable }: BalanceShown, ui: Ui): (Node | null)[] {
  const { texts, format } = ui;
  const sums = (parts: readonly Money[]) => parts.map(({ amount, currency }) => format.money(amount, currency));
  const figure = (label: string, parts: readonly Money[]) =>
    h('div', {}, h('dt', {}, label), ...sums(parts).map((sum) => h('dd', {}, sum)));
  return [
    h('dl', { class: 'figures' }, figure(texts.balance.available, available), figure(texts.balance.pending, pending)),
    payable && buttons(payOut(payable, ui), hint(ui)),
    muted(bank ? `${texts.balance.to} ${bank.name ?? ''} •••• ${bank.last4}` : texts.balance.none),
  ];
}

function payOut({ amount, currency }: Money, { texts, format, busy, opensWindow, act }: Ui): HTMLElement {
  const pay = () =>
    act({ name: 'pay', fields: { amount: String(amount) }, authenticated: true, done: texts.payouts.paid });
  const label = `${texts.payouts.pay} ${format.money(amount, currency)}`;
  return primary('pay', label, pay, { disabled: busy, hint: opensWindow ? 'pay-hint' : null });
}

function hint({ texts, opensWindow }: Ui): HTMLElement | null {
  return opensWindow ? windowHint('pay-hint', texts.window.opens) : null;
}

const BADGES = { pending: 'neutral', paid: 'success', failed: 'danger', canceled: 'neutral' } as const;

function item({ amount, currency, status, created, arrives }: PayoutShown, { texts, format }: Ui): HTMLElement {
  const { payouts: said } = texts;
  const when = {
    pending: `${said.arrives} ${format.day(arrives)}`,
    paid: `${said.arrived} ${format.day(arrives)}`,
    failed: said.refused,
    canceled: `${said.made} ${format.day(created)}`,
  };
  return h(
    'li',
    {},
    h(
      'div',
      { class: 'what' },
      h('span', { class: 'amount' }, format.money(amount, currency)),
      h('small', {}, when[status]),
    ),
    badge(BADGES[status], said.status[status]),
  );
}

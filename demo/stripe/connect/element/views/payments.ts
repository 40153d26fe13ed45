import { h } from '../../../financial_connections/dialog/dom.ts';
import type { PaymentShown, PaymentsShown } from '../../panels/payments.ts';
import { alertOf, badge, buttons, list, muted, secondary } from '../controls.ts';
import { amountTyped, fractionDigits } from '../format.ts';
import type { Ui, View } from '../view.ts';

export const payments: View<PaymentsShown> = {
  tag: 'payments',
  panel: 'payments',
  setters: ['setDefaultFilters'],
  title: ({ titles }) => titles.payments,
  content: (shown, ui) => [
    shown.payments.length > 0
      ? list(ui.texts.payments.list, ...shown.payments.map((payment) => item(payment, ui)))
      : muted(ui.texts.payments.none),
  ],
};

const BADGES = {
  disputed: 'danger',
  failed: 'danger',
  partially_refunded: 'neutral',
  pending: 'warning',
  refunded: 'neutral',
  succeeded: 'success',
  uncaptured: 'warning',
} as const;

function item(payment: PaymentShown, ui: Ui): HTMLElement {
  const { id, amount, currency, refunded, status, created, method, about, refundable } = payment;
  const { texts, format, busy, chosen, choose } = ui;
  const sum = format.money(amount, currency);
  const gone =
    status === 'partially_refunded' ? `${format.money(refunded, currency)} ${texts.payments.refunded}` : null;
  const said = [about, method, format.day(created), gone].filter((part) => part !== null).join(' · ');
  const open = refundable > 0 && chosen === id;
  const refund = secondary(`refund ${id}`, texts.payments.refund, () => choose(id), {
    name: `${texts.payments.refundOf} ${sum}`,
    disabled: busy,
  });
  return h(
    'li',
    {},
    h(
      'div',
      { class: 'what' },
      h(
        'div',
        { class: 'line' },
        h('span', { class: 'amount' }, sum),
        badge(BADGES[status], texts.payments.status[status]),
      ),
      h('small', {}, said),
    ),
    refundable > 0 && !open ? refund : null,
    open ? form(payment, ui) : null,
  );
}

/** All that is left, unless the person types less. */
function form({ id, currency, refundable }: PaymentShown, ui: Ui): HTMLElement {
  const { texts, format, busy, choose, act } = ui;
  const digits = fractionDigits(currency);
  const value = (refundable / 10 ** digits).toFixed(digits);
  const input = h('input', {
    inputmode: 'decimal',
    autocomplete: 'off',
    'data-focus': true,
    value,
    'data-key': 'amount',
  });
  const problem = h('div', { 'aria-live': 'polite' });
  const give = (event: Event) => {
    event.preventDefault();
    const amount = amountTyped(input.value, currency);
    if (amount !== null && amount <= refundable) {
      const fields = { payment: id, amount: String(amount) };
      return act({ name: 'refund', fields, authenticated: false, done: texts.payments.done });
    }
    input.setAttribute('aria-invalid', 'true');
    problem.replaceChildren(alertOf(`${texts.payments.wrong} ${format.money(refundable, currency)}`));
    input.focus();
  };
  return h(
    'form',
    { novalidate: true, submit: give },
    h('label', {}, texts.payments.amount, input),
    problem,
    buttons(
      h(
        'button',
        { class: 'button primary', 'data-key': 'give', 'aria-disabled': busy ? 'true' : null },
        texts.payments.refund,
      ),
      secondary('keep', texts.payments.cancel, () => choose(null), { disabled: busy }),
    ),
  );
}

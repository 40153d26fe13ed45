import { h } from '../../../financial_connections/dialog/dom.ts';
import type { MethodShown, MethodsShown } from '../../panels/payment_method_settings.ts';
import { badge, list, toggle, windowHint } from '../controls.ts';
import type { Ui, View } from '../view.ts';

export const paymentMethods: View<MethodsShown> = {
  tag: 'payment-method-settings',
  panel: 'payment_method_settings',
  title: ({ titles }) => titles.methods,
  content: (shown, ui) => [
    ui.opensWindow ? windowHint('change-hint', ui.texts.window.changeOpens) : null,
    list(ui.texts.methods.list, ...shown.methods.map((method) => item(method, ui))),
  ],
};

const BADGES = { active: 'success', inactive: 'warning', pending: 'warning', unrequested: 'neutral' } as const;

function item({ capability, name, kind, on, fixed, status }: MethodShown, { texts, busy, act }: Ui): HTMLElement {
  const { methods } = texts;
  // The others are names of products, the same in any language.
  const called = capability === 'card_payments' ? methods.kind.card : name;
  const change = () =>
    act({
      name: 'change',
      fields: { capability, on: String(!on) },
      authenticated: true,
      done: methods.changed,
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
        h('span', { class: 'amount' }, called),
        badge(BADGES[status], methods.status[status]),
      ),
      h('small', {}, fixed ? methods.fixed : methods.kind[kind]),
    ),
    toggle(capability, called, on, change, busy || fixed),
  );
}

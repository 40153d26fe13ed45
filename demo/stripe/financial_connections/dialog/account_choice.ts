/** Which accounts to share: a box each, as many as the session allows. */
import type { OfferedAccount } from './bank.ts';
import { alertOf, end, form, plain, primary } from './controls.ts';
import { h } from './dom.ts';
import { chosenWithin, type Step } from './step.ts';

export function accounts(
  { accounts: offered, chosen: before, problem }: Extract<Step, { name: 'accounts' }>,
  limit: number | null,
  connect: (names: readonly string[]) => void,
  another: () => void,
): Node[] {
  if (offered.length === 0) {
    return [h('p', { class: 'muted' }, 'No account here can be linked.'), end(primary('Select another bank', another))];
  }
  let chosen = before;
  const boxes = new Map(offered.map((account, index) => [account.name, checkbox(index)]));
  const show = () => {
    for (const [name, box] of boxes) box.checked = chosen.includes(name);
  };
  for (const [name, box] of boxes)
    box.addEventListener('change', () => {
      chosen = box.checked ? chosenWithin(limit, chosen, name) : chosen.filter((other) => other !== name);
      show();
    });
  show();
  return [
    form(
      () => connect(chosen),
      h(
        'fieldset',
        {},
        h('legend', {}, atMost(limit)),
        ...offered.map((account, index) => accountRow(account, index, boxes.get(account.name) ?? checkbox(index))),
      ),
      alertOf(problem),
      end(primary('Connect account'), plain('Select another bank', another)),
    ),
  ];
}

function checkbox(index: number) {
  return h('input', {
    type: 'checkbox',
    'aria-labelledby': `account-${index}`,
    'aria-describedby': `account-${index}-detail`,
  });
}

function accountRow(account: OfferedAccount, index: number, box: Node): Node {
  return h(
    'label',
    { class: 'choice' },
    box,
    h('span', { id: `account-${index}` }, account.name),
    h('small', { id: `account-${index}-detail` }, details(account)),
  );
}

function atMost(limit: number | null): string {
  if (limit === null) return 'Choose which to share.';
  return limit === 1 ? 'Choose one account.' : `Choose up to ${limit} accounts.`;
}

function details({ subcategory, last4, currency }: OfferedAccount): string {
  const kind = subcategory.replaceAll('_', ' ');
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} •••• ${last4} · ${currency.toUpperCase()}`;
}

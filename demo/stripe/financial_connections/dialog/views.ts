/** The content of each step. What a person does is handed to the flow; nothing is decided here. */
import type { Challenge, OfferedAccount, OfferedBank, Opened } from './bank.ts';
import { h } from './dom.ts';
import { type Credentials, chosenWithin, dataAskedFor, matching, OUTAGES } from './step.ts';

export function waiting(): Node[] {
  return [h('div', { class: 'spinner', role: 'progressbar', 'aria-label': 'Waiting' })];
}

export function consent(opened: Opened, agree: () => void): Node[] {
  return [
    h('p', { class: 'muted' }, `${opened.business} uses Stripe to link your accounts. It will see, for each of them:`),
    h('ul', { class: 'list asked' }, ...dataAskedFor(opened).map((what) => h('li', {}, what))),
    h('p', { class: 'muted' }, 'You choose which accounts to share, and can disconnect them at any time.'),
    end(primary('Agree and continue', agree)),
  ];
}

export function search(opened: Opened, choose: (bank: OfferedBank) => void, manual: () => void): Node[] {
  const list = h('ul', { class: 'list', 'aria-label': 'Banks' });
  const none = h('p', { class: 'muted', role: 'status' });
  const fill = (typed: string) => {
    const found = matching(opened.institutions, typed);
    list.replaceChildren(
      ...found.map((bank) =>
        h(
          'li',
          {},
          bankButton(bank, () => choose(bank)),
        ),
      ),
    );
    none.textContent = found.length > 0 ? '' : 'No bank was found.';
  };
  const input = h('input', {
    type: 'search',
    autocomplete: 'off',
    'aria-label': 'Search for your bank',
    placeholder: 'Search',
    input: () => fill(input.value),
  });
  fill('');
  return [input, none, list, ...(opened.manual_entry ? [end(plain('Enter bank details manually', manual))] : [])];
}

export function down(bank: OfferedBank, another: () => void): Node[] {
  const why = bank.outage ? OUTAGES[bank.outage] : 'is unavailable.';
  return [h('p', { class: 'muted' }, `${bank.name} ${why}`), end(primary('Select another bank', another))];
}

export function failed(message: string, another: () => void): Node[] {
  return [h('p', { class: 'problem', role: 'alert' }, message), end(primary('Select another bank', another))];
}

export function logIn(problem: string | null, enter: (given: Credentials) => void, another: () => void): Node[] {
  const username = h('input', { autocomplete: 'off', autocapitalize: 'none', autofocus: true });
  const password = h('input', { type: 'password', autocomplete: 'off' });
  return [
    form(
      () => enter({ username: username.value, password: password.value }),
      alertOf(problem),
      h('label', {}, 'Username', username),
      h('label', {}, 'Password', password),
      h(
        'p',
        { class: 'muted' },
        'Any username and password will do. The passwords incorrect, error and mfa do as they say.',
      ),
      end(primary('Log in'), plain('Select another bank', another)),
    ),
  ];
}

export function challenge({ kind, prompt, choices }: Challenge, answer: (given: string) => void): Node[] {
  if (kind === 'text') {
    const input = h('input', { autocomplete: 'off', autofocus: true, required: true });
    return [form(() => answer(input.value), h('label', {}, prompt, input), end(primary('Continue')))];
  }
  if (kind === 'confirm')
    return [h('p', { class: 'muted' }, prompt), end(primary('Continue', () => answer('confirmed')))];
  return [
    form(
      (values) => answer(String(values.get('choice') ?? '')),
      h(
        'fieldset',
        {},
        h('legend', {}, prompt),
        ...choices.map((choice, index) =>
          h(
            'label',
            { class: 'choice' },
            h('input', { type: 'radio', name: 'choice', value: choice, checked: index === 0 }),
            choice,
          ),
        ),
      ),
      end(primary('Continue')),
    ),
  ];
}

export function authorize(bank: OfferedBank, page: string, blocked: boolean, another: () => void): Node[] {
  const told = blocked
    ? `Your browser blocked the window of ${bank.name}. Open it yourself to continue.`
    : `Continue in the window of ${bank.name}. This goes on by itself once you are done there.`;
  return [
    blocked ? h('p', { class: 'problem', role: 'alert' }, told) : h('p', { class: 'muted' }, told),
    ...(blocked ? [] : waiting()),
    end(
      h('a', { class: blocked ? 'link primary' : 'link', href: page, target: '_blank' }, `Open ${bank.name}`),
      plain('Select another bank', another),
    ),
  ];
}

export function accounts(
  offered: readonly OfferedAccount[],
  limit: number | null,
  problem: string | null,
  connect: (names: string[]) => void,
  another: () => void,
): Node[] {
  if (offered.length === 0) {
    return [h('p', { class: 'muted' }, 'No account here can be linked.'), end(primary('Select another bank', another))];
  }
  let chosen = offered.length === 1 ? offered.map(({ name }) => name) : [];
  const boxes = offered.map((account, index) => {
    const box = h('input', {
      type: 'checkbox',
      'aria-labelledby': `account-${index}`,
      'aria-describedby': `account-${index}-detail`,
      change: () => {
        chosen = box.checked
          ? chosenWithin(limit, chosen, account.name)
          : chosen.filter((name) => name !== account.name);
        for (const each of boxes) each.box.checked = chosen.includes(each.account.name);
      },
    });
    box.checked = chosen.includes(account.name);
    return { account, box, index };
  });
  const most =
    limit === 1 ? 'Choose one account.' : limit === null ? 'Choose which to share.' : `Choose up to ${limit}.`;
  return [
    form(
      () => connect(chosen),
      h(
        'fieldset',
        {},
        h('legend', {}, most),
        ...boxes.map(({ account, box, index }) =>
          h(
            'label',
            { class: 'choice' },
            box,
            h('span', { id: `account-${index}` }, account.name),
            h('small', { id: `account-${index}-detail` }, details(account)),
          ),
        ),
      ),
      alertOf(problem),
      end(primary('Connect account'), plain('Select another bank', another)),
    ),
  ];
}

export function manual(
  problem: string | null,
  field: string | null,
  connect: (routing: string, account: string) => void,
  another: () => void,
): Node[] {
  const routing = numberInput(field === 'routing_number', field !== 'account_number');
  const account = numberInput(field === 'account_number', field === 'account_number');
  return [
    form(
      () => connect(routing.value.trim(), account.value.trim()),
      alertOf(problem),
      h('label', {}, 'Routing number', routing),
      h('label', {}, 'Account number', account),
      h('p', { class: 'muted' }, 'For testing: 110000000 and 000123456789.'),
      end(primary('Connect account'), plain('Select another bank', another)),
    ),
  ];
}

export function done(count: number, finish: () => void): Node[] {
  return [
    h('div', { class: 'tick', 'aria-hidden': 'true' }, '✓'),
    h('p', { class: 'muted' }, count === 1 ? 'You can go back to the site now.' : `${count} accounts were connected.`),
    end(primary('Done', finish)),
  ];
}

function details({ subcategory, last4, currency }: OfferedAccount): string {
  const kind = subcategory.replaceAll('_', ' ');
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} •••• ${last4} · ${currency.toUpperCase()}`;
}

function bankButton({ name }: OfferedBank, choose: () => void): Node {
  return h(
    'button',
    { type: 'button', class: 'bank', click: choose },
    h('span', { 'aria-hidden': 'true' }, name.charAt(0)),
    name,
  );
}

function numberInput(wrong: boolean, first: boolean) {
  return h('input', {
    inputmode: 'numeric',
    autocomplete: 'off',
    autofocus: first,
    ...(wrong && { 'aria-invalid': 'true' }),
  });
}

function form(submit: (values: FormData) => void, ...content: (Node | null)[]): HTMLFormElement {
  const element = h(
    'form',
    {
      novalidate: true,
      submit: (event) => {
        event.preventDefault();
        submit(new FormData(element));
      },
    },
    ...content,
  );
  return element;
}

function alertOf(problem: string | null): Node | null {
  return problem === null ? null : h('p', { class: 'problem', role: 'alert' }, problem);
}

function end(...content: Node[]): Node {
  return h('div', { class: 'end' }, ...content);
}

function primary(label: string, click: (() => void) | null = null): Node {
  return h('button', { type: click ? 'button' : 'submit', class: 'primary', click }, label);
}

function plain(label: string, click: () => void): Node {
  return h('button', { type: 'button', class: 'plain', click }, label);
}

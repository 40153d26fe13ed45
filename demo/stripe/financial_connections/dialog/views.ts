/** The content of each step. What a person does is handed to the flow; nothing is decided here. */
import type { Challenge, OfferedBank, Opened } from './bank.ts';
import { alertOf, end, form, plain, primary } from './controls.ts';
import { h } from './dom.ts';
import { dataAskedFor, type Entry, matching, type Numbers, OUTAGES, type Step } from './step.ts';

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

export function logIn(
  { username: typed, problem }: Extract<Step, { name: 'log-in' }>,
  enter: (entry: Entry) => void,
  another: () => void,
): Node[] {
  const username = h('input', {
    autocomplete: 'off',
    autocapitalize: 'none',
    autofocus: problem === null,
    value: typed,
  });
  const password = h('input', { type: 'password', autocomplete: 'off', autofocus: problem !== null });
  return [
    form(
      () => enter({ username: username.value, password: password.value }),
      alertOf(problem),
      h('label', {}, 'Username', username),
      h('label', {}, 'Password', password),
      h('p', { class: 'muted' }, 'Any will do. For other outcomes the password is incorrect, error, mfa or options.'),
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

export function manual(
  { numbers, problem, field }: Extract<Step, { name: 'manual' }>,
  connect: (numbers: Numbers) => void,
  another: () => void,
): Node[] {
  const routing = numberInput(numbers.routing, field === 'routing_number', field !== 'account_number');
  const account = numberInput(numbers.account, field === 'account_number', field === 'account_number');
  return [
    form(
      () => connect({ routing: routing.value.trim(), account: account.value.trim() }),
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

function bankButton({ name }: OfferedBank, choose: () => void): Node {
  return h(
    'button',
    { type: 'button', class: 'bank', click: choose },
    h('span', { 'aria-hidden': 'true' }, name.charAt(0)),
    name,
  );
}

function numberInput(value: string, wrong: boolean, first: boolean) {
  return h('input', {
    inputmode: 'numeric',
    autocomplete: 'off',
    autofocus: first,
    value,
    ...(wrong && { 'aria-invalid': 'true' }),
  });
}

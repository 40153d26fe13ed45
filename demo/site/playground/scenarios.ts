/** From where an element can begin: each what the tester's panel would be told, one form after another. */
import { bankChanges, cashAppChanges, faultyRequests, scenarios } from '../qa/choices.ts';
import type { Choice } from './elements.ts';

export interface Order {
  /** A form of the panel, `/qa/NAME`, and what it is sent with. */
  readonly to: string;
  readonly form: { readonly [field: string]: string };
}

export interface Scenario extends Choice {
  readonly orders: readonly Order[];
}

const account: readonly Scenario[] = scenarios.map(({ value, label }) => ({
  value: `account-${value}`,
  label: `Account: ${label}`,
  orders: [{ to: 'account', form: { scenario: value } }],
}));

const bank: readonly Scenario[] = bankChanges.map(({ value, label }) => ({
  value: `bank-${value}`,
  label: `Bank: ${label}`,
  orders: [...new Set(['linked', value])].map((change) => ({ to: 'bank', form: { change } })),
}));

const saved: readonly Scenario[] = cashAppChanges
  .filter(({ value }) => value === 'saved' || value === 'revoke')
  .map(({ value, label }) => ({
    value: `cash-app-${value}`,
    label: `Cash App: ${label}`,
    orders: [...new Set(['saved', value])].map((change) => ({ to: 'cash-app', form: { 'do-in-cash-app': change } })),
  }));

interface Switches {
  readonly scenarios: readonly Scenario[];
  /** Forms of the panel to have at hand. */
  readonly forms: readonly string[];
  /** Beginnings of the requests that can go wrong. */
  readonly faulty: RegExp;
}

const merchant: Switches = { scenarios: account, forms: ['account', 'clock'], faulty: /\/account(s|_links)/ };
const banks: Switches = { scenarios: bank, forms: ['bank', 'clock'], faulty: /financial_connections/ };
const saver: Switches = { scenarios: saved, forms: ['cash-app', 'clock'], faulty: /_intents/ };

const switches: { readonly [tag: string]: Switches } = {
  'connect-onboard-button': merchant,
  'connect-account-status': merchant,
  'link-bank-account': banks,
  'linked-bank-accounts': banks,
  'cashapp-save-method': saver,
  'saved-payment-methods': saver,
  'connect-checkout-button': { scenarios: account, forms: ['account', 'sale', 'clock'], faulty: /checkout|\/accounts/ },
  'connect-embedded': {
    scenarios: account,
    forms: ['account', 'sale', 'clock'],
    faulty: /account_sessions|\/accounts/,
  },
};

/** An element that is not in the list is given everything. */
export function switchesFor(tag: string) {
  const { scenarios, forms, faulty } = switches[tag] ?? {
    scenarios: [...account, ...bank, ...saved],
    forms: ['account', 'bank', 'cash-app', 'sale', 'clock'],
    faulty: /./,
  };
  return { scenarios, forms, requests: faultyRequests.filter(({ value }) => faulty.test(value)) };
}

/** What the panel is told: the scenario, then the fault. */
export function ordersFor(tag: string, state: { scenario: string; fault: string; when: string }): Order[] {
  const { scenarios, requests } = switchesFor(tag);
  const orders = scenarios.find(({ value }) => value === state.scenario)?.orders ?? [];
  const match = requests.find(({ value }) => value === state.when) ?? requests[0];
  if (state.fault === '' || match === undefined) return [...orders];
  return [...orders, { to: 'fault', form: { match: match.value, do: state.fault, times: '99' } }];
}

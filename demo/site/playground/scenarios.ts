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

type Request = (typeof faultyRequests)[number]['value'];

interface Switches {
  readonly scenarios: readonly Scenario[];
  /** Forms of the panel to have at hand. */
  readonly forms: readonly string[];
  /** What can go wrong: first the request that comes of pressing the element. */
  readonly asks: readonly Request[];
}

const merchant: Switches = {
  scenarios: account,
  forms: ['account', 'clock'],
  asks: ['POST /v1/account_links', 'POST /v1/accounts', 'GET /v1/accounts'],
};

const switches: { readonly [tag: string]: Switches } = {
  'connect-onboard-button': merchant,
  'connect-account-status': merchant,
  'link-bank-account': {
    scenarios: bank,
    forms: ['bank', 'clock'],
    asks: [
      'POST /v1/financial_connections/sessions',
      'GET /v1/financial_connections/sessions',
      'GET /v1/financial_connections/accounts',
    ],
  },
  'linked-bank-accounts': {
    scenarios: bank,
    forms: ['bank', 'clock'],
    // What has been read once, the Worker need not ask for again: that may never go wrong.
    asks: [
      'POST /v1/financial_connections/accounts',
      'GET /v1/financial_connections/accounts',
      'GET /v1/financial_connections/transactions',
    ],
  },
  'cashapp-save-method': {
    scenarios: saved,
    forms: ['cash-app', 'clock'],
    asks: ['POST /v1/setup_intents', 'GET /v1/setup_intents'],
  },
  'saved-payment-methods': {
    scenarios: saved,
    forms: ['cash-app', 'clock'],
    asks: ['POST /v1/payment_methods', 'GET /v1/customers'],
  },
  'connect-checkout-button': {
    scenarios: account,
    forms: ['account', 'sale', 'clock'],
    asks: ['POST /v1/checkout/sessions', 'GET /v1/checkout/sessions', 'GET /v1/accounts'],
  },
  'connect-embedded': {
    scenarios: account,
    forms: ['account', 'sale', 'clock'],
    asks: ['POST /v1/account_sessions', 'POST /v1/accounts', 'GET /v1/accounts'],
  },
};

/** An element that is not in the list is given everything. */
export function switchesFor(tag: string) {
  const { scenarios, forms, asks } = switches[tag] ?? {
    scenarios: [...account, ...bank, ...saved],
    forms: ['account', 'bank', 'cash-app', 'sale', 'clock'],
    asks: faultyRequests.map(({ value }) => value),
  };
  const requests = asks.flatMap((asked) => faultyRequests.filter(({ value }) => value === asked));
  return { scenarios, forms, requests };
}

/** What the panel is told: the scenario, then the fault. */
export function ordersFor(tag: string, state: { scenario: string; fault: string; when: string }): Order[] {
  const { scenarios, requests } = switchesFor(tag);
  const orders = scenarios.find(({ value }) => value === state.scenario)?.orders ?? [];
  const match = requests.find(({ value }) => value === state.when) ?? requests[0];
  if (state.fault === '' || match === undefined) return [...orders];
  return [...orders, { to: 'fault', form: { match: match.value, do: state.fault, times: '99' } }];
}

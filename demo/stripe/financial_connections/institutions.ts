/** The institutions of Stripe's test mode, and a few accounts in other currencies, so that those can be seen. */
import type { Institution, OfferedAccount, Owner } from './institution.ts';

const DAY = 24 * 60 * 60;

const JENNY: Owner = {
  name: 'Jenny Rosen',
  email: 'jenny.rosen@example.com',
  phone: '+15555550100',
  raw_address: '510 Townsend St, San Francisco, CA 94103',
};
const OWNERS: Owner[] = [
  JENNY,
  { name: 'Jordan Rosen', email: null, phone: '+15555550101', raw_address: '510 Townsend St, San Francisco, CA 94103' },
  { name: 'Rosen Rides LLC', email: 'books@rosen-rides.example', phone: null, raw_address: null },
];

const usd = { currency: 'usd', payable: true } as const;
const CHECKING: OfferedAccount = {
  ...usd,
  name: 'Success',
  last4: '6789',
  subcategory: 'checking',
  current: 100_000,
  available: 100_000,
};
const SAVINGS: OfferedAccount = {
  ...usd,
  name: 'Rainy Day Savings',
  last4: '4321',
  subcategory: 'savings',
  current: 1_254_017,
  available: 1_254_017,
};
const CARD: OfferedAccount = {
  ...usd,
  name: 'Everyday Card',
  last4: '0042',
  subcategory: 'credit_card',
  current: -48_215,
  available: 48_215,
  payable: false,
};
const MORTGAGE: OfferedAccount = {
  ...usd,
  name: 'Home Mortgage',
  last4: '7700',
  subcategory: 'mortgage',
  current: -24_350_000,
  available: null,
  payable: false,
};
const CREDIT_LINE: OfferedAccount = {
  ...usd,
  name: 'Business Credit Line',
  last4: '8181',
  subcategory: 'line_of_credit',
  current: -350_000,
  available: 350_000,
  payable: false,
};
const EUROS: OfferedAccount = {
  ...CHECKING,
  name: 'Euro Checking',
  last4: '3000',
  currency: 'eur',
  current: 321_050,
  available: 298_010,
};
const YEN: OfferedAccount = {
  ...SAVINGS,
  name: 'Yen Savings',
  last4: '5005',
  currency: 'jpy',
  current: 845_200,
  available: 845_200,
};
const DINARS: OfferedAccount = {
  ...SAVINGS,
  name: 'Dinar Savings',
  last4: '9630',
  currency: 'kwd',
  current: 1_234_567,
  available: null,
};

export const INSTITUTIONS: readonly Institution[] = [
  institution('Test (Non-OAuth)', { access: 'open', accounts: [CHECKING, SAVINGS, CARD] }),
  institution('Test (OAuth)', { access: 'oauth', accounts: [CHECKING, SAVINGS] }),
  institution('Bank (Non-OAuth)', { access: 'password', accounts: [CHECKING, SAVINGS, CARD, MORTGAGE] }),
  institution('Bank (OAuth)', { access: 'oauth', accounts: [CHECKING, EUROS, YEN, DINARS] }),
  institution('Ownership Accounts', { access: 'open', accounts: [CHECKING, SAVINGS, CREDIT_LINE], owners: OWNERS }),
  institution('Invalid Payment Accounts', { access: 'open', accounts: [CHECKING, SAVINGS].map(withoutNumbers) }),
  institution('Down (Scheduled)', { outage: 'scheduled' }),
  institution('Down (Unscheduled)', { outage: 'unscheduled' }),
  institution('Down (Error)', { outage: 'error' }),
  institution('Tokenized Account Number (Expired)', { fate: { kind: 'token_expires', after: 0 } }),
  institution('Tokenized Account Number (Immediately expiring)', { fate: { kind: 'token_expires', after: 1 } }),
  institution('Tokenized Account Number (Eventually expiring)', { fate: { kind: 'token_expires', after: 60 * DAY } }),
  institution('Inactive Accounts', { fate: { kind: 'inactive', after: 0 } }),
  institution('Immediately Requires Reauthentication', { fate: { kind: 'inactive', after: 1 } }),
  institution('Eventually Requires Reauthentication', { fate: { kind: 'deactivates', after: 60 * DAY } }),
];

export function institutionNamed(name: string): Institution | undefined {
  return INSTITUTIONS.find((candidate) => candidate.name === name);
}

function institution(name: string, differs: Partial<Institution>): Institution {
  return {
    name,
    access: 'open',
    outage: null,
    owners: [JENNY],
    accounts: [CHECKING, SAVINGS],
    fate: { kind: 'lasting' },
    ...differs,
  };
}

function withoutNumbers(account: OfferedAccount): OfferedAccount {
  return { ...account, payable: false };
}

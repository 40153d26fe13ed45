/** What a buyer types, with the test value that pays. */
import type { Field } from '../onboarding/fields.ts';
import { FAILS, ROUTING_NUMBER, SUCCEEDS } from '../payment_methods/us_bank_account.ts';

export interface MethodOffered {
  readonly name: string;
  readonly about: string;
  readonly fields: readonly Field[];
  /** The button that fills them in. */
  readonly test?: string;
}

const like = (pattern: RegExp, sentence: string) => (value: string) => (pattern.test(value) ? null : sentence);
const digits = { kind: 'text', digits: true } as const;

export const CONTACT: readonly Field[] = [
  {
    name: 'email',
    label: 'Email',
    kind: 'email',
    test: 'jenny@example.test',
    autocomplete: 'email',
    problem: like(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Enter your email address, for example name@example.com.'),
  },
  {
    name: 'name',
    label: 'Full name',
    kind: 'text',
    test: 'Jenny Rosen',
    autocomplete: 'name',
    problem: like(/\S/, 'Enter your name.'),
  },
];

const CARD: readonly Field[] = [
  {
    ...digits,
    name: 'number',
    label: 'Card number',
    test: '4242 4242 4242 4242',
    autocomplete: 'cc-number',
    problem: like(/^(\d[ -]?){12,19}$/, 'Enter the number of your card, 16 digits on most.'),
  },
  {
    ...digits,
    name: 'expiry',
    label: 'Expiry (MM/YY)',
    test: '12 / 34',
    autocomplete: 'cc-exp',
    width: 'half',
    problem: like(/^(0?[1-9]|1[0-2])\s*\/\s*\d{2}$/, 'Enter month and year, for example 12/34.'),
  },
  {
    ...digits,
    name: 'cvc',
    label: 'CVC',
    test: '123',
    autocomplete: 'cc-csc',
    width: 'half',
    problem: like(/^\d{3,4}$/, 'Enter the 3 or 4 digits of the security code.'),
  },
];

const BANK: readonly Field[] = [
  {
    ...digits,
    name: 'routing_number',
    label: 'Routing number',
    test: ROUTING_NUMBER,
    problem: like(/^\d{9}$/, 'A routing number has 9 digits.'),
  },
  {
    ...digits,
    name: 'account_number',
    label: 'Account number',
    test: SUCCEEDS,
    hint: `${SUCCEEDS} pays, ${FAILS} does not.`,
    problem: like(/^\d{4,17}$/, 'An account number has 4 to 17 digits.'),
  },
];

const IBAN: readonly Field[] = [
  {
    name: 'iban',
    label: 'IBAN',
    kind: 'text',
    test: 'AT61 1904 3002 3457 3201',
    hint: 'AT61 1904 3002 3457 3201 pays, AT86 1904 3002 3547 3202 does not.',
    problem: like(/^[A-Za-z]{2}\d{2}[A-Za-z0-9 ]{8,34}$/, 'An IBAN begins with two letters and two digits.'),
  },
];

export const METHODS: Readonly<Record<string, MethodOffered>> = {
  card: { name: 'Card', about: 'Visa, Mastercard, American Express, Discover', fields: CARD, test: 'Use test card' },
  cashapp: { name: 'Cash App Pay', about: 'You go to Cash App to agree, and come back.', fields: [] },
  us_bank_account: {
    name: 'US bank account',
    about: 'The money arrives in some days.',
    fields: BANK,
    test: 'Use test account',
  },
  sepa_debit: { name: 'SEPA Direct Debit', about: 'The money arrives later.', fields: IBAN, test: 'Use test account' },
};

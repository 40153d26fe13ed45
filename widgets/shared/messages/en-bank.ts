import type { BankAccount } from '../../../worker/contract.ts';
import { firstWords } from '../../link-bank-account/first-words.ts';
import type { Words } from '../words.ts';

/** English words for linking a bank account: loaded when more than the first render needs is to be said. */
export const enBank = {
  ...firstWords,
  another: 'Link another account',
  tryAgain: 'Try again',
  loading: 'Loading…',
  opening: 'Opening Stripe…',
  open: 'Continue in Stripe’s dialog.',
  confirming: 'Checking with your bank…',
  linked: { one: '{count} account linked.', other: '{count} accounts linked.' },
  linkedAccounts: 'Linked accounts',
  endingIn: 'ending in {last4}',
  inApp: 'If your bank does not open, open this page in your browser.',
  'kind.checking': 'Checking account',
  'kind.savings': 'Savings account',
  'kind.mortgage': 'Mortgage',
  'kind.line_of_credit': 'Line of credit',
  'kind.credit_card': 'Credit card',
  'kind.other': 'Account',
} as const satisfies { readonly [key in `kind.${BankAccount['subcategory']}`]: string } & Words;

export type BankWords = typeof enBank;

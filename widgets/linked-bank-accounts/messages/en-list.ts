import type { BankAccount } from '../../../worker/contract.ts';
import type { Words } from '../../shared/words.ts';

/** English words for a first look at the list; the other languages come with `later.ts`. */
export const enList = {
  label: 'Linked bank accounts',
  loading: 'Loading…',
  empty: 'No bank account is linked yet.',
  'kind.checking': 'Checking account',
  'kind.savings': 'Savings account',
  'kind.mortgage': 'Mortgage',
  'kind.line_of_credit': 'Line of credit',
  'kind.credit_card': 'Credit card',
  'kind.other': 'Account',
  owed: '{amounts} owed',
  available: '{amounts} available',
  asOf: 'as of {moment}',
  noBalance: 'Balance not known yet',
  balance: 'Balance',
  ownership: 'Owners',
  transactions: 'Transactions',
  notShared: '{what}: not shared',
  refresh: 'Refresh',
  disconnect: 'Disconnect',
} as const satisfies { readonly [key in `kind.${BankAccount['subcategory']}`]: string } & Words;

export type ListWords = typeof enList;

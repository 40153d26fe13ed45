import type { BankAccount } from '../../../worker/contract.ts';

/** English words for a first look at the list; the other languages come with `later.ts`. */
export const enList = {
  label: 'Linked bank accounts',
  loading: 'Loading…',
  empty: 'No bank account is linked yet.',
  kinds: {
    checking: 'Checking account',
    savings: 'Savings account',
    mortgage: 'Mortgage',
    line_of_credit: 'Line of credit',
    credit_card: 'Credit card',
    other: 'Account',
  } satisfies { readonly [kind in BankAccount['subcategory']]: string },
  current: (amounts: string) => amounts,
  owed: (amounts: string) => `${amounts} owed`,
  available: (amounts: string) => `${amounts} available`,
  asOf: (moment: string) => `as of ${moment}`,
  noBalance: 'Balance not known yet',
  balance: 'Balance',
  ownership: 'Owners',
  transactions: 'Transactions',
  notShared: (what: string) => `${what}: not shared`,
  refresh: 'Refresh',
  disconnect: 'Disconnect',
};

export type ListWords = typeof enList;

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
  balance: {
    current: (amounts: string) => amounts,
    owed: (amounts: string) => `${amounts} owed`,
    available: (amounts: string) => `${amounts} available`,
    used: (amounts: string) => `${amounts} used`,
  },
  asOf: (moment: string) => `as of ${moment}`,
  noBalance: 'Balance not known yet',
  notShared: 'not shared',
  things: { balances: 'Balance', ownership: 'Owners', transactions: 'Transactions' },
  share: {
    balances: 'Share balance too',
    ownership: 'Share owners too',
    transactions: 'Share transactions too',
  },
  inactive: 'The bank no longer gives access to this account.',
  relink: 'The bank wants you to log in again.',
  relinkBy: (date: string) => `The bank wants you to log in again by ${date}.`,
  disconnected: 'This account was disconnected.',
  linkAgain: 'Link again',
  remove: 'Remove',
  refresh: 'Refresh',
  disconnect: 'Disconnect',
};

export type ListWords = typeof enList;

import type { BankAccount } from '../../../worker/contract.ts';
import { firstWords } from '../../link-bank-account/first-words.ts';

/** English words for linking a bank account: loaded when more than the first render needs is to be said. */
export const enBank = {
  ...firstWords,
  another: 'Link another account',
  tryAgain: 'Try again',
  loading: 'Loading…',
  opening: 'Opening Stripe…',
  open: 'Continue in Stripe’s dialog.',
  confirming: 'Checking with your bank…',
  linked: (count: number) => (count === 1 ? '1 account linked.' : `${count} accounts linked.`),
  linkedAccounts: 'Linked accounts',
  endingIn: (last4: string) => `ending in ${last4}`,
  inApp: 'If your bank does not open, open this page in your browser.',
  kinds: {
    checking: 'Checking account',
    savings: 'Savings account',
    mortgage: 'Mortgage',
    line_of_credit: 'Line of credit',
    credit_card: 'Credit card',
    other: 'Account',
  } satisfies { readonly [kind in BankAccount['subcategory']]: string },
};

export type BankWords = typeof enBank;

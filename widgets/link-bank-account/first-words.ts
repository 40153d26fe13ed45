import type { BankPermission } from '../../worker/contract.ts';

/** English words for a first render; the other languages come with `later.ts`. */
export const firstWords = {
  link: 'Link a bank account',
  hint: 'You log in with Stripe. Stop any time.',
  asks: (business: string) => `${business} asks to see:`,
  data: {
    balances: ['Balances', 'how much you have'],
    ownership: ['Owners', 'name, address, email, phone'],
    payment_method: ['Account number', 'to pay from it later'],
    transactions: ['Transactions', 'last 180 days, and new ones'],
  } satisfies { readonly [permission in BankPermission]: readonly [what: string, why: string] },
};

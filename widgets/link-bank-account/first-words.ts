import type { BankPermission } from '../../worker/contract.ts';

/** English words for a first render; the other languages come with `later.ts`. */
export const firstWords = {
  link: 'Link a bank account',
  hint: 'You log in with Stripe. Stop any time.',
  asks: '{business} asks to see:',
  'data.balances': 'Balances',
  'why.balances': 'how much you have',
  'data.ownership': 'Owners',
  'why.ownership': 'name, address, email, phone',
  'data.payment_method': 'Account number',
  'why.payment_method': 'to pay from it later',
  'data.transactions': 'Transactions',
  'why.transactions': 'last 180 days, and new ones',
} as const satisfies { readonly [key in `${'data' | 'why'}.${BankPermission}`]: string } & Record<string, string>;

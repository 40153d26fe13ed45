/** Bank accounts, and what Stripe's dialog makes of a wish to link one. */
import { bankAccountThat, refreshThat, transactionThat } from '../../../../widgets/testing/fake-bank.ts';
import type {
  BankAccount,
  BankAccountList,
  BankPermission,
  BankSession,
  BankSessionTerms,
} from '../../../../worker/contract.ts';

export { bankAccountThat, refreshThat, transactionThat };

export const everything: BankPermission[] = ['balances', 'ownership', 'payment_method', 'transactions'];

export function termsFor(permissions: BankPermission[]): BankSessionTerms {
  return {
    object: 'financial_connections.session_terms',
    permissions,
    prefetch: [],
    business_name: 'Rocket Rides',
  };
}

/** @param dialog what the scripted Stripe.js does with it: see `public/gallery-stripe.js` */
export function sessionThat(dialog: 'stays' | 'ends' | 'fails'): BankSession {
  return {
    object: 'financial_connections.session',
    id: 'fcsess_1',
    client_secret: dialog,
    publishable_key: 'pk_test_gallery',
    permissions: everything,
  };
}

export function bankListOf(data: BankAccount[], permissions = everything): BankAccountList {
  return { object: 'list', url: '/v1/financial_connections/accounts', has_more: false, data, permissions };
}

export const everyday = bankAccountThat({ permissions: everything });

export const card = bankAccountThat({
  id: 'fca_2',
  institution_name: 'First Bank of the Very Long Name, Savings and Loans',
  display_name: 'Everyday Card with a name that no line can hold',
  last4: '0042',
  category: 'credit',
  subcategory: 'credit_card',
  permissions: everything,
  balance: { as_of: everyday.created, type: 'credit', current: { usd: -51_23 }, available: null, used: { usd: 5123 } },
});

export const travel = bankAccountThat({
  id: 'fca_3',
  display_name: null,
  last4: null,
  subcategory: 'savings',
  permissions: everything,
  balance: {
    as_of: everyday.created,
    type: 'cash',
    current: { usd: 98_765_432, eur: 1_250 },
    available: null,
    used: null,
  },
});

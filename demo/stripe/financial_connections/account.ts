/** A linked account as it is remembered, and as the API shows it. Records are never changed in place. */
import type Stripe from 'stripe';
import { categoryOf, type OfferedAccount } from './institution.ts';

type Shown = Stripe.FinancialConnections.Account;
type Balance = Stripe.FinancialConnections.Account.Balance;
type RefreshShown = Stripe.FinancialConnections.Account.BalanceRefresh;
export type BankTransaction = Stripe.FinancialConnections.Transaction;

export const PERMISSIONS = ['balances', 'ownership', 'payment_method', 'transactions'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What can be refreshed. Mind the singular: the permission is `balances`. */
export const FEATURES = ['balance', 'ownership', 'transactions'] as const;
export type Feature = (typeof FEATURES)[number];

export type Holder = { type: 'customer'; customer: string } | { type: 'account'; account: string };

export type Refresh =
  | { status: 'pending'; id: string; attempted: number }
  | { status: 'succeeded' | 'failed'; id: string; attempted: number; availableAt: number };

/** When the person has to log in again, and whether there is already something to be done about it. */
export interface Deactivation {
  readonly action: 'none' | 'relink_required';
  readonly at: number;
}

export interface LinkedAccount {
  readonly id: string;
  readonly livemode: boolean;
  readonly created: number;
  readonly holder: Holder;
  readonly institution: string;
  /** What its bank says of it, and will say at the next refresh. */
  readonly offered: OfferedAccount;
  readonly numbers: Shown['account_numbers'];
  readonly paymentMethodTypes: Shown['supported_payment_method_types'];
  readonly permissions: readonly Permission[];
  readonly status: 'active' | 'inactive' | 'disconnected';
  readonly deactivation: Deactivation | null;
  /** Since when its transactions are refreshed daily. */
  readonly subscribed: number | null;
  /** As of the last refresh that succeeded. */
  readonly balance: Balance | null;
  readonly ownership: string | null;
  readonly refreshes: Readonly<Record<Feature, Refresh | null>>;
  /** Every transaction refresh, oldest first: `transaction_refresh[after]` asks for what came of later ones. */
  readonly transactionRefreshes: readonly string[];
  /** Oldest first; null until a refresh of them has succeeded. */
  readonly transactions: readonly BankTransaction[] | null;
  /** What comes of the refreshes that finish from now on. */
  readonly outcome: 'succeeded' | 'failed';
}

export function linkedAccountObject(account: LinkedAccount): Shown {
  const { offered, deactivation, refreshes } = account;
  return {
    id: account.id,
    object: 'financial_connections.account',
    account_holder: account.holder,
    account_numbers: account.numbers,
    balance: account.balance,
    balance_refresh: refreshObject(account, refreshes.balance),
    category: categoryOf(offered.subcategory),
    created: account.created,
    display_name: offered.name,
    institution_name: account.institution,
    last4: offered.last4,
    livemode: account.livemode,
    ownership: account.ownership,
    ownership_refresh: refreshObject(account, refreshes.ownership),
    permissions: [...account.permissions],
    status: account.status,
    ...(deactivation &&
      account.status === 'active' && {
        status_details: {
          active: {
            action: deactivation.action,
            cause: 'access_expired',
            expected_deactivation_date: deactivation.at,
          },
        },
      }),
    subcategory: offered.subcategory,
    subscriptions: account.subscribed === null ? [] : ['transactions'],
    supported_payment_method_types: account.paymentMethodTypes,
    transaction_refresh: refreshes.transactions && {
      id: refreshes.transactions.id,
      ...refreshObject(account, refreshes.transactions),
    },
  };
}

function refreshObject(account: LinkedAccount, refresh: Refresh): RefreshShown;
function refreshObject(account: LinkedAccount, refresh: Refresh | null): RefreshShown | null;
function refreshObject(account: LinkedAccount, refresh: Refresh | null): RefreshShown | null {
  return (
    refresh && {
      last_attempted_at: refresh.attempted,
      next_refresh_available_at:
        refresh.status === 'pending' || account.status !== 'active' ? null : refresh.availableAt,
      status: refresh.status,
    }
  );
}

/** What a refresh finds out about the funds. */
export function balanceOf(offered: OfferedAccount, asOf: number): Balance {
  const amount = offered.available === null ? null : { [offered.currency]: offered.available };
  const current = { [offered.currency]: offered.current };
  return categoryOf(offered.subcategory) === 'cash'
    ? { as_of: asOf, cash: { available: amount }, current, type: 'cash' }
    : { as_of: asOf, credit: { used: amount }, current, type: 'credit' };
}

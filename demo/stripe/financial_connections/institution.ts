/** What a test institution is: how a person gets in, which accounts it has, and what becomes of them. */
import type Stripe from 'stripe';

type Shown = Stripe.FinancialConnections.Account;

/** An account as its bank keeps it, before anybody has linked it. */
export interface OfferedAccount {
  readonly name: string;
  readonly last4: string;
  readonly subcategory: 'checking' | 'savings' | 'mortgage' | 'line_of_credit' | 'credit_card';
  readonly currency: string;
  /** Posted funds in the currency's minor unit: what is owed to the holder, below zero what they owe. */
  readonly current: number;
  /** Usable now, or of a credit what is drawn; null where the bank does not say. */
  readonly available: number | null;
  /** Whether its numbers can be debited. */
  readonly payable: boolean;
}

export type Access =
  /** Nothing is asked. */
  | 'open'
  /** User name and password in the dialog. */
  | 'password'
  /** A page of the bank, in a window of its own. */
  | 'oauth';

export type Outage = 'scheduled' | 'unscheduled' | 'error';

/** What happens to an account by itself after it was linked. */
export type Fate =
  | { kind: 'lasting' }
  | { kind: 'inactive'; after: number }
  /** Has to be logged in to again by then; announced when linked and 30 days ahead. */
  | { kind: 'deactivates'; after: number }
  /** A number the bank issued for this link alone. */
  | { kind: 'token_expires'; after: number };

export interface Institution {
  readonly name: string;
  readonly access: Access;
  readonly outage: Outage | null;
  readonly owners: readonly Owner[];
  readonly accounts: readonly OfferedAccount[];
  readonly fate: Fate;
}

export interface Owner {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly raw_address: string | null;
}

export function categoryOf(subcategory: OfferedAccount['subcategory']): 'cash' | 'credit' {
  return subcategory === 'checking' || subcategory === 'savings' ? 'cash' : 'credit';
}

export function paymentMethodTypes(offered: OfferedAccount): Shown['supported_payment_method_types'] {
  return offered.payable ? ['us_bank_account', 'link'] : [];
}

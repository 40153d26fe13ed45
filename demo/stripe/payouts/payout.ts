/** A payout as it is remembered: ids only. */
import type Stripe from 'stripe';
import { newId, type Store } from '../world.ts';

export type PayoutStatus = 'pending' | 'paid' | 'failed' | 'canceled';

export interface StoredPayout extends Stripe.Payout {
  balance_transaction: string;
  destination: string | null;
  failure_balance_transaction: string | null;
  status: PayoutStatus;
}

export interface AboutPayout {
  amount: number;
  currency: string;
  /** By the account's schedule, or because somebody asked for it. */
  automatic: boolean;
  description: string | null;
  destination: string | null;
  metadata: Record<string, string>;
  statement_descriptor: string | null;
}

export function newPayoutId(): string {
  return newId('po_1', 23);
}

export function newPayout(
  store: Store,
  at: { id: string; entry: string; now: number; arrives: number },
  about: AboutPayout,
): StoredPayout {
  return {
    ...about,
    id: at.id,
    object: 'payout',
    application_fee: null,
    application_fee_amount: null,
    arrival_date: at.arrives,
    balance_transaction: at.entry,
    created: at.now,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: store.livemode,
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: about.automatic ? 'completed' : 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    status: 'pending',
    trace_id: null,
    type: 'bank_account',
  };
}

/** Why a bank sends money back. */
export const FAILURES = {
  account_closed: 'The bank account has been closed.',
  debit_not_authorized: 'Debit transactions are not approved on your bank account.',
  insufficient_funds: 'Your Stripe account has insufficient funds to cover the payout.',
  invalid_currency: 'The bank was unable to process this payout because of its currency.',
  no_account: 'The bank account details on file are probably incorrect. No bank account could be located.',
} as const;
export type FailureCode = keyof typeof FAILURES;

/** Stripe's test bank accounts that take no money, by the last four digits. */
const FAILING: Readonly<Record<string, FailureCode>> = {
  1113: 'account_closed',
  1116: 'no_account',
  2227: 'insufficient_funds',
  3335: 'debit_not_authorized',
  4440: 'invalid_currency',
};

export function failureAt(bank: Pick<Stripe.BankAccount, 'last4'> | null): FailureCode | null {
  return FAILING[bank?.last4 ?? ''] ?? null;
}

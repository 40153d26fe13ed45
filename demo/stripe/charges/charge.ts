/** One movement of money, as it is remembered: ids only. */
import type Stripe from 'stripe';
import { applicationId } from '../accounts/platform.ts';
import { mandatesOf } from '../mandates/mandate.ts';
import type { KeptMethod } from '../payment_methods/payment_method.ts';
import { newId, type Store } from '../world.ts';

export interface StoredCharge extends Stripe.Charge {
  application_fee: string | null;
  balance_transaction: string | null;
  customer: string | null;
  payment_intent: string | null;
}

export interface Charged {
  amount: number;
  /** What the platform keeps of it. */
  application_fee_amount: number | null;
  currency: string;
  captured: boolean;
  customer: string | null;
  description: string | null;
  metadata: Record<string, string>;
  payment_intent: string | null;
  receipt_email: string | null;
  shipping: Stripe.Charge.Shipping | null;
  statement_descriptor: string | null;
  statement_descriptor_suffix: string | null;
  transfer_group: string | null;
}

export type ChargeEnd =
  | { status: 'succeeded' | 'pending' }
  | { status: 'failed'; code: string; message: string; decline_code?: string };

export function newCharge(store: Store, about: Charged, method: KeptMethod, end: ChargeEnd, now: number): StoredCharge {
  const failed = end.status === 'failed';
  const captured = end.status === 'succeeded' && about.captured;
  return {
    ...about,
    id: newId('ch_3', 23),
    object: 'charge',
    amount_captured: captured ? about.amount : 0,
    amount_refunded: 0,
    application: store.platform && applicationId(store.platform),
    application_fee: null,
    balance_transaction: null,
    billing_details: method.shown.billing_details,
    calculated_statement_descriptor: null,
    captured,
    created: now,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failed ? end.code : null,
    failure_message: failed ? end.message : null,
    fraud_details: {},
    livemode: store.livemode,
    on_behalf_of: null,
    outcome: outcomeOf(end),
    paid: !failed,
    payment_method: method.shown.id,
    payment_method_details: detailsOf(store, about.amount, method),
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    source: null,
    source_transfer: null,
    status: end.status,
    transfer_data: null,
  };
}

/** One that was pending, and came to nothing. */
export function failedCharge(charge: StoredCharge, failure: { code: string; message: string }): StoredCharge {
  const end = { status: 'failed', ...failure } as const;
  return {
    ...charge,
    failure_code: failure.code,
    failure_message: failure.message,
    outcome: outcomeOf(end),
    paid: false,
    status: 'failed',
  };
}

function outcomeOf(end: ChargeEnd): Stripe.Charge.Outcome {
  const failed = end.status === 'failed';
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: failed ? 'declined_by_network' : 'approved_by_network',
    reason: failed ? (end.decline_code ?? end.code) : null,
    risk_level: 'normal',
    seller_message: failed ? 'The payment was declined.' : 'Payment complete.',
    type: failed ? 'issuer_declined' : 'authorized',
  };
}

function detailsOf(store: Store, amount: number, { shown }: KeptMethod): Stripe.Charge.PaymentMethodDetails {
  if (shown.cashapp) {
    const { buyer_id, cashtag } = shown.cashapp;
    return { cashapp: { buyer_id, cashtag, transaction_id: newId('cashapp_txn_', 16) }, type: 'cashapp' };
  }
  if (shown.sepa_debit) {
    const { bank_code, branch_code, country, fingerprint, last4 } = shown.sepa_debit;
    const mandate = mandatesOf(store, shown.id).at(-1)?.id ?? null;
    return { sepa_debit: { bank_code, branch_code, country, fingerprint, last4, mandate }, type: 'sepa_debit' };
  }
  if (shown.us_bank_account) {
    const { account_holder_type, account_type, bank_name, fingerprint, last4, routing_number } = shown.us_bank_account;
    const mandate = mandatesOf(store, shown.id).at(-1)?.id;
    const holder = { account_holder_type, account_type, bank_name, fingerprint, last4, routing_number };
    const us_bank_account = { ...holder, ...(mandate && { mandate }), payment_reference: newId('', 16).toUpperCase() };
    return { type: 'us_bank_account', us_bank_account };
  }
  const card = shown.card;
  if (!card) return { type: shown.type };
  return {
    card: {
      amount_authorized: amount,
      authorization_code: null,
      brand: card.brand,
      checks: card.checks,
      country: card.country,
      electronic_commerce_indicator: null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      fingerprint: card.fingerprint ?? null,
      funding: card.funding,
      installments: null,
      last4: card.last4,
      mandate: null,
      network: card.brand,
      network_transaction_id: null,
      regulated_status: card.regulated_status,
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
    type: 'card',
  };
}

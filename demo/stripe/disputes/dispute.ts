/** A dispute as it is remembered: ids only, apart from its movements of money. */
import type Stripe from 'stripe';
import { type Entry, newEntry } from '../balance_transactions/ledger.ts';
import type { StoredCharge } from '../charges/charge.ts';
import type { TestDispute } from '../payment_methods/cards.ts';
import { newId, type Store } from '../world.ts';
import { evidenceOf } from './evidence.ts';

const DAY = 24 * 60 * 60;
const ANSWERABLE = 9 * DAY;
const FEE = 1500;

export type DisputeStatus =
  | 'needs_response'
  | 'under_review'
  | 'won'
  | 'lost'
  | 'warning_needs_response'
  | 'warning_under_review'
  | 'warning_closed';

export interface StoredDispute extends Stripe.Dispute {
  balance_transactions: Entry[];
  charge: string;
  payment_intent: string | null;
  status: DisputeStatus;
  evidence_details: Stripe.Dispute.EvidenceDetails & { due_by: number };
}

/** An inquiry leaves the money where it is, a chargeback takes it. */
export function newDispute(
  store: Store,
  charge: StoredCharge,
  { case_type, reason, network_reason_code }: TestDispute,
  now: number,
): StoredDispute {
  const inquiry = case_type === 'inquiry';
  const brand = charge.payment_method_details?.card?.brand ?? 'visa';
  const dispute: StoredDispute = {
    id: newId('du_1', 23),
    object: 'dispute',
    amount: charge.amount_captured,
    balance_transactions: [],
    charge: charge.id,
    created: now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: evidenceOf(charge.billing_details),
    evidence_details: {
      due_by: now + ANSWERABLE,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: inquiry,
    livemode: store.livemode,
    metadata: {},
    network_reason_code,
    payment_intent: charge.payment_intent,
    payment_method_details: { card: { brand, case_type, network: brand, network_reason_code }, type: 'card' },
    reason,
    status: inquiry ? 'warning_needs_response' : 'needs_response',
  };
  return inquiry ? dispute : { ...dispute, balance_transactions: [movement(dispute, 'withdrawn', now)] };
}

/** The amount and the fee, taken or given back. */
export function movement(
  { id, amount, currency }: Stripe.Dispute,
  direction: 'withdrawn' | 'reinstated',
  now: number,
): Entry {
  const sign = direction === 'withdrawn' ? -1 : 1;
  return newEntry(
    {
      type: 'adjustment',
      reporting_category: direction === 'withdrawn' ? 'dispute' : 'dispute_reversal',
      amount: sign * amount,
      currency,
      source: id,
      description: direction === 'withdrawn' ? 'Chargeback withdrawal' : 'Chargeback reversal',
      fee_details: [
        { amount: -sign * FEE, application: null, currency, description: 'Dispute fee', type: 'stripe_fee' },
      ],
    },
    now,
  );
}

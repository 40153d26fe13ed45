/** What became of a Checkout Session, from what Stripe says of it and of its payment (STRIPE.md 6). Pure. */
import type { CheckoutOutcome, Sale } from '../contract.ts';

/** What changes in the course of a sale, as last read from Stripe. */
export type SaleState = Pick<
  Sale,
  | 'status'
  | 'payment_status'
  | 'outcome'
  | 'payment_intent'
  | 'application_fee_refunded'
  | 'amount_refunded'
  | 'dispute'
>;

/**
 * A session that was submitted may still be unpaid: a bank takes days, and may say no. No money is the merchant's before
 * `payment_status` says so.
 * @param intent the status of its PaymentIntent; null while there is none
 */
export function saleOutcome(
  { status, payment_status }: Pick<Sale, 'status' | 'payment_status'>,
  intent: string | null,
): CheckoutOutcome {
  if (status === 'expired') return 'expired';
  if (status === 'open') return 'open';
  if (payment_status !== 'unpaid') return 'paid';
  return intent === 'requires_payment_method' || intent === 'canceled' ? 'failed' : 'processing';
}

/** A sale moves to a higher number or stays. */
const PROGRESS = { open: 0, processing: 1, expired: 2, failed: 2, paid: 3 } as const satisfies Record<
  CheckoutOutcome,
  number
>;

/**
 * What is known after a later reading: a sale never goes back, and what was once known of its money is not forgotten. A
 * refund may shrink, as Stripe takes one back that a bank refused.
 */
export function forward(known: SaleState, read: SaleState): SaleState {
  const { status, payment_status, outcome } = PROGRESS[read.outcome] < PROGRESS[known.outcome] ? known : read;
  return {
    status,
    payment_status,
    outcome,
    payment_intent: read.payment_intent ?? known.payment_intent,
    application_fee_refunded: Math.max(known.application_fee_refunded, read.application_fee_refunded),
    amount_refunded: read.payment_intent === null ? known.amount_refunded : read.amount_refunded,
    dispute: read.dispute ?? known.dispute,
  };
}

/** Whether nothing that a buyer waits for can happen any more. */
export function isFinal({ outcome }: SaleState): boolean {
  return PROGRESS[outcome] > PROGRESS.processing;
}

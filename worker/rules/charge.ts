/** What became of a charge. Pure: judged by the intent, never by the status of Stripe's answer (STRIPE.md 5.7). */
import type { ErrorCode, PaymentIntent } from '../contract.ts';

export type ChargeFailure = Extract<
  ErrorCode,
  'payment_declined' | 'payment_requires_action' | 'mandate_inactive' | 'payment_method_detached'
>;

export type ChargeOutcome =
  | { readonly kind: 'charged'; readonly intent: PaymentIntent }
  | { readonly kind: 'failed'; readonly code: ChargeFailure; readonly intent: string };

/** As much of Stripe's intent as is looked at. */
export interface IntentReading {
  readonly id: string;
  readonly status: string;
  readonly amount: number;
  readonly currency: string;
  readonly payment_method: string | null;
  readonly latest_charge: string | null;
  readonly created: number;
  /** Codes of the last failure. */
  readonly problems: readonly string[];
}

const needsPerson = /^(authentication_required|payment_intent_authentication_failure|payment_intent_action_required)$/;

/** @param method the one that was to be charged: Stripe takes it off an intent that failed */
export function chargeOutcome(intent: IntentReading, method: string): ChargeOutcome {
  const { id, status, amount, currency, latest_charge, created, problems } = intent;
  switch (status) {
    case 'succeeded':
    case 'processing':
      return {
        kind: 'charged',
        intent: {
          object: 'payment_intent',
          id,
          status,
          amount,
          currency,
          payment_method: method,
          latest_charge,
          created,
        },
      };
    case 'requires_action':
      return { kind: 'failed', code: 'payment_requires_action', intent: id };
    default: {
      if (problems.some((code) => needsPerson.test(code))) {
        return { kind: 'failed', code: 'payment_requires_action', intent: id };
      }
      const code = problems.includes('payment_intent_mandate_invalid') ? 'mandate_inactive' : 'payment_declined';
      return { kind: 'failed', code, intent: id };
    }
  }
}

/** The body of a charge in one form, whatever the order it came in. */
export function canonical(metadata: { readonly [key: string]: string }): { readonly [key: string]: string } {
  return Object.fromEntries(Object.entries(metadata).sort(([one], [other]) => (one < other ? -1 : 1)));
}

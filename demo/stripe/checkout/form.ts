/** What a buyer has typed: found good and made into a submission, or told what to change. */
import type Stripe from 'stripe';
import type { ApiError } from '../api/errors.ts';
import type { Field } from '../onboarding/fields.ts';
import { CONTACT, METHODS } from './fields.ts';
import type { CheckoutSession } from './session.ts';
import type { Submission } from './submit.ts';

export type Typed = Readonly<Record<string, string>>;
export type Problems = Readonly<Record<string, string>>;

/** What they pay with, if they have chosen yet. */
export function chosen({ shown }: CheckoutSession, typed: Typed): string {
  const [first = 'card'] = shown.payment_method_types;
  return typed.method && shown.payment_method_types.includes(typed.method) ? typed.method : first;
}

/** @param now in seconds, because a card runs out */
export function problemsOf(session: CheckoutSession, typed: Typed, now: number): Problems {
  const free = session.shown.amount_total === 0;
  const asked: readonly Field[] = [...CONTACT, ...(free ? [] : (METHODS[chosen(session, typed)]?.fields ?? []))];
  const found = asked.flatMap(({ name, problem }): [string, string][] => {
    const wrong = problem((typed[name] ?? '').trim());
    return wrong ? [[name, wrong]] : [];
  });
  const problems = Object.fromEntries(found);
  if (asked.some(({ name }) => name === 'expiry') && !problems.expiry && hasExpired(expiry(typed), now)) {
    problems.expiry = 'This card has expired.';
  }
  return problems;
}

export function submissionOf(session: CheckoutSession, typed: Typed): Submission {
  const { email = '', name = '' } = typed;
  const buyer = { address: null, email: email.trim(), name: name.trim(), phone: null };
  if (session.shown.amount_total === 0) return { buyer };
  return { buyer, payment_method_data: { ...methodOf(session, typed), billing_details: { email, name } } };
}

/** Which field an error of the API is about; none where all of them were understood, and it is declined. */
export function fieldOf({ fields: { param, code } }: ApiError): string | null {
  if (code === 'incorrect_cvc') return 'cvc';
  if (code === 'expired_card') return 'expiry';
  const field = /\[(number|routing_number|account_number|iban)\]$/.exec(param ?? '')?.[1];
  return field ?? null;
}

/** For the buyer; the API's own words are for developers. */
export function whyNotPaid({ code, message }: Stripe.PaymentIntent.LastPaymentError): string {
  switch (code) {
    case 'payment_intent_authentication_failure':
      return 'You did not agree to pay this way. Try again, or choose another way to pay.';
    case 'payment_intent_payment_attempt_expired':
      return 'The time to agree has run out. Try again, or choose another way to pay.';
    default:
      return message ?? 'The payment failed.';
  }
}

function methodOf(session: CheckoutSession, typed: Typed): NonNullable<Submission['payment_method_data']> {
  const { number = '', cvc = '', routing_number = '', account_number = '', iban = '' } = typed;
  switch (chosen(session, typed)) {
    case 'cashapp':
      return { type: 'cashapp' };
    case 'sepa_debit':
      return { type: 'sepa_debit', sepa_debit: { iban } };
    case 'us_bank_account':
      return { type: 'us_bank_account', us_bank_account: { account_number, routing_number } };
    default: {
      const { month, year } = expiry(typed);
      const card = { number: number.replaceAll(/\D/g, ''), exp_month: month, exp_year: year, cvc };
      return { type: 'card', card };
    }
  }
}

function expiry(typed: Typed): { month: number; year: number } {
  const [month, year] = (typed.expiry ?? '').split('/');
  return { month: Number(month), year: 2000 + Number(year) };
}

/** A card is good until its month is over. */
function hasExpired({ month, year }: { month: number; year: number }, now: number): boolean {
  return Date.UTC(year, month) <= now * 1000;
}

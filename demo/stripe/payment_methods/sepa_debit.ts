/** Stripe's test bank accounts for SEPA Direct Debit: how long the bank takes to pay. */
import type Stripe from 'stripe';
import { invalid } from '../api/errors.ts';
import { idFrom } from '../financial_connections/random.ts';

export interface TestIban {
  readonly iban: string;
  /** Seconds until a debit succeeds. */
  readonly settles: number;
}

const IBANS: readonly TestIban[] = [
  { iban: 'AT611904300234573201', settles: 5 },
  { iban: 'AT321904300235473204', settles: 3 * 60 },
];

export function testIban(given: string | undefined): TestIban {
  if (given === undefined) throw invalid('sepa_debit', 'Missing required param: sepa_debit.', 'parameter_missing');
  const known = IBANS.find(({ iban }) => iban === given.replaceAll(' ', '').toUpperCase());
  if (!known) throw invalid('sepa_debit[iban]', 'The IBAN you provided is invalid.', 'invalid_bank_account_iban');
  return known;
}

/** The bank debits nobody it cannot tell. */
export function requireDebtor({ name, email }: Stripe.PaymentMethod.BillingDetails): void {
  for (const [field, value] of Object.entries({ name, email })) {
    if (value !== null) continue;
    const param = `billing_details[${field}]`;
    throw invalid(param, `Missing required param: ${param}.`, 'parameter_missing');
  }
}

/** Five digits of an Austrian IBAN name the bank. */
export function sepaDebit({ iban }: TestIban): Stripe.PaymentMethod.SepaDebit {
  return {
    bank_code: iban.slice(4, 9),
    branch_code: '',
    country: iban.slice(0, 2),
    fingerprint: idFrom('', iban).slice(0, 16),
    generated_from: { charge: null, setup_attempt: null },
    last4: iban.slice(-4),
  };
}

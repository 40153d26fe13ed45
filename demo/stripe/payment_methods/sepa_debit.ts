/** Stripe's test bank accounts for SEPA Direct Debit: how long the bank takes, and whether it pays. */
import type Stripe from 'stripe';
import { invalid } from '../api/errors.ts';
import { idFrom } from '../financial_connections/random.ts';
import type { TestDebit } from './debit.ts';

export interface TestIban extends TestDebit {
  readonly iban: string;
}

const failure = { code: 'insufficient_funds', message: 'The debit was rejected by the bank.' };

const IBANS: readonly TestIban[] = [
  { iban: 'AT611904300234573201', settles: 5, failure: null },
  { iban: 'AT321904300235473204', settles: 3 * 60, failure: null },
  { iban: 'AT861904300235473202', settles: 5, failure },
  // Stripe documents this one nowhere; its CLI uses it for a debit that fails.
  { iban: 'IT60X0542811101000000123456', settles: 5, failure },
];

export function testIban(given: string | undefined): TestIban {
  if (given === undefined) throw invalid('sepa_debit', 'Missing required param: sepa_debit.', 'parameter_missing');
  const known = IBANS.find(({ iban }) => iban === given.replaceAll(' ', '').toUpperCase());
  if (!known) throw invalid('sepa_debit[iban]', 'The IBAN you provided is invalid.', 'invalid_bank_account_iban');
  return known;
}

/** The bank debits nobody it cannot tell. */
export function requireDebtor(
  details: Stripe.PaymentMethod.BillingDetails,
  fields: readonly ('email' | 'name')[],
): void {
  for (const field of fields) {
    if (details[field] !== null) continue;
    const param = `billing_details[${field}]`;
    throw invalid(param, `Missing required param: ${param}.`, 'parameter_missing');
  }
}

/** Five digits name the bank: after the checksum in Austria, a letter further on in Italy. */
export function sepaDebit({ iban }: TestIban): Stripe.PaymentMethod.SepaDebit {
  return {
    bank_code: /^..\d\d[A-Z]?(\d{5})/.exec(iban)?.[1] ?? null,
    branch_code: '',
    country: iban.slice(0, 2),
    fingerprint: idFrom('', iban).slice(0, 16),
    generated_from: { charge: null, setup_attempt: null },
    last4: iban.slice(-4),
  };
}

/** Stripe's test bank accounts in the United States: verified at once, and paid or not after some days. */
import type Stripe from 'stripe';
import { invalid } from '../api/errors.ts';
import { idFrom } from '../financial_connections/random.ts';
import type { TestDebit } from './debit.ts';

export const ROUTING_NUMBER = '110000000';
export const SUCCEEDS = '000123456789';
export const FAILS = '000111111116';

const FOUR_DAYS = 4 * 24 * 60 * 60;

const ACCOUNTS = new Map<string, TestDebit['failure']>([
  [SUCCEEDS, null],
  ['000111111113', { code: 'account_closed', message: 'The bank account has been closed.' }],
  [FAILS, { code: 'no_account', message: 'The bank account could not be located.' }],
  [
    '000222222227',
    { code: 'insufficient_funds', message: 'The bank account does not have enough money to pay for this.' },
  ],
]);

interface Given {
  account_holder_type?: string | null | undefined;
  account_number?: string | null | undefined;
  account_type?: string | null | undefined;
  routing_number?: string | null | undefined;
}

export function testBankAccount(given: Given | null | undefined): {
  debit: TestDebit;
  shown: Stripe.PaymentMethod.UsBankAccount;
} {
  const number = given?.account_number ?? '';
  if (given?.routing_number !== ROUTING_NUMBER) {
    throw invalid(
      'us_bank_account[routing_number]',
      `You must use a test routing number in test mode. Try ${ROUTING_NUMBER}.`,
      'routing_number_invalid',
    );
  }
  const failure = ACCOUNTS.get(number);
  if (failure === undefined) {
    throw invalid(
      'us_bank_account[account_number]',
      `You must use a test bank account number in test mode. Try ${SUCCEEDS}.`,
      'account_number_invalid',
    );
  }
  const shown: Stripe.PaymentMethod.UsBankAccount = {
    account_holder_type: given.account_holder_type ?? 'individual',
    account_type: given.account_type ?? 'checking',
    bank_name: 'STRIPE TEST BANK',
    financial_connections_account: null,
    fingerprint: idFrom('', number).slice(0, 16),
    last4: number.slice(-4),
    networks: { preferred: 'ach', supported: ['ach'] },
    routing_number: ROUTING_NUMBER,
    status_details: null,
  };
  return { debit: { settles: FOUR_DAYS, failure }, shown };
}

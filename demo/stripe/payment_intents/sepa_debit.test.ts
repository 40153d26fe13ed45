import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { cashapp } from '../testing/cashapp.ts';

const DEBTOR = { name: 'Bob', email: 'bob@example.test' };
const AGREED = {
  customer_acceptance: { type: 'offline', offline: {} },
} satisfies Stripe.PaymentIntentCreateParams.MandateData;

async function debtor(iban = 'AT611904300234573201') {
  const all = await cashapp();
  const { sdk } = all;
  const method = await sdk.paymentMethods.create({ type: 'sepa_debit', sepa_debit: { iban }, billing_details: DEBTOR });
  const pay = (params: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    sdk.paymentIntents.create({
      amount: 1000,
      currency: 'eur',
      payment_method: method.id,
      confirm: true,
      mandate_data: AGREED,
      ...params,
    });
  return { ...all, method, pay };
}

test.each([
  ['AT611904300234573201', 5],
  ['AT321904300235473204', 180],
])('a debit of %s is processing for %i seconds, then paid', async (iban, seconds) => {
  const { sdk, pay, advance, told } = await debtor(iban);
  const { id, status, latest_charge } = await pay();
  expect(status).toBe('processing');
  await advance(seconds - 1);
  expect(await sdk.paymentIntents.retrieve(id)).toMatchObject({ status: 'processing', amount_received: 0 });
  await advance(1);
  expect(await sdk.paymentIntents.retrieve(id)).toMatchObject({ status: 'succeeded', amount_received: 1000 });
  const charge = await sdk.charges.retrieve(String(latest_charge));
  expect(charge).toMatchObject({
    status: 'succeeded',
    payment_method_details: { type: 'sepa_debit', sepa_debit: { bank_code: '19043', last4: iban.slice(-4) } },
  });
  expect(await sdk.mandates.retrieve(String(charge.payment_method_details?.sepa_debit?.mandate))).toMatchObject({
    single_use: { amount: 1000, currency: 'eur' },
    status: 'active',
    type: 'single_use',
  });
  expect(await told()).toEqual([
    'payment_intent.created',
    'charge.pending',
    'payment_intent.processing',
    'charge.succeeded',
    'payment_intent.succeeded',
  ]);
});

test('a saved bank account is debited again on its mandate, one that was not saved is not', async () => {
  const { customer, pay } = await debtor();
  expect(await pay({ customer, setup_future_usage: 'off_session' })).toMatchObject({ status: 'processing' });
  expect(await pay({ customer, off_session: true, mandate_data: '' })).toMatchObject({ status: 'processing' });
  const other = await debtor();
  await other.pay();
  await expect(other.pay()).rejects.toThrow('may not be used again');
});

test('nothing is debited without a mandate, in dollars, or to be captured later', async () => {
  const { pay } = await debtor();
  await expect(pay({ mandate_data: '' })).rejects.toMatchObject({ code: 'parameter_missing', param: 'mandate_data' });
  await expect(pay({ currency: 'usd' })).rejects.toMatchObject({ code: 'payment_method_unsupported_type' });
  await expect(pay({ capture_method: 'manual' })).rejects.toMatchObject({ param: 'capture_method' });
});

test.each([
  [{ sepa_debit: { iban: 'AT00' }, billing_details: DEBTOR }, 'sepa_debit[iban]'],
  [{ billing_details: DEBTOR }, 'sepa_debit'],
  [{ sepa_debit: { iban: 'AT611904300234573201' } }, 'billing_details[name]'],
])('a bank account of %o is refused', async (given, param) => {
  const { sdk } = await cashapp();
  await expect(sdk.paymentMethods.create({ type: 'sepa_debit', ...given })).rejects.toMatchObject({ param });
});

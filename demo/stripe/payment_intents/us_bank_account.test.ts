import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { cashapp } from '../testing/cashapp.ts';
import { DAY } from '../testing/merchant.ts';

async function debited(account_number: string) {
  const all = await cashapp();
  const pay = (params: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    all.sdk.paymentIntents.create({
      amount: 1000,
      currency: 'usd',
      payment_method_data: {
        type: 'us_bank_account',
        us_bank_account: { account_number, routing_number: '110000000' },
        billing_details: { name: 'Ada Lovelace' },
      },
      mandate_data: { customer_acceptance: { type: 'offline', offline: {} } },
      confirm: true,
      return_url: 'https://shop.example/back',
      ...params,
    });
  return { ...all, pay };
}

test('an American bank account is debited within days', async () => {
  const { sdk, pay, advance, told } = await debited('000123456789');
  const { id, status, latest_charge } = await pay();
  expect(status).toBe('processing');
  expect(await sdk.charges.retrieve(String(latest_charge))).toMatchObject({ status: 'pending', captured: false });
  await advance(4 * DAY);
  expect(await sdk.paymentIntents.retrieve(id)).toMatchObject({ status: 'succeeded', amount_received: 1000 });
  expect((await told()).slice(-2)).toEqual(['charge.succeeded', 'payment_intent.succeeded']);
});

test('a debit that came to nothing can be followed by another payment, which its end leaves alone', async () => {
  const { sdk, pay, advance } = await debited('000222222227');
  const { id, latest_charge } = await pay();
  await advance(4 * DAY);
  expect(await sdk.paymentIntents.retrieve(id)).toMatchObject({
    last_payment_error: { code: 'insufficient_funds', charge: latest_charge },
    payment_method: null,
    status: 'requires_payment_method',
  });
  expect(await sdk.charges.retrieve(String(latest_charge))).toMatchObject({
    captured: false,
    failure_code: 'insufficient_funds',
    outcome: { network_status: 'declined_by_network' },
    paid: false,
    status: 'failed',
  });
  const paid = await sdk.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
  expect(paid).toMatchObject({ status: 'succeeded', last_payment_error: null });
});

test('only test accounts are debited, in dollars', async () => {
  await expect((await debited('12345')).pay()).rejects.toMatchObject({ code: 'account_number_invalid' });
  const { pay } = await debited('000123456789');
  await expect(pay({ currency: 'eur' })).rejects.toMatchObject({ code: 'payment_method_unsupported_type' });
  await expect(pay({ capture_method: 'manual' })).rejects.toMatchObject({ param: 'capture_method' });
});

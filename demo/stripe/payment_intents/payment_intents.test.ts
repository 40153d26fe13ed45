import { expect, test } from 'vitest';
import { BROWSER, CONFIRMATION, cashapp } from '../testing/cashapp.ts';

test.each(['', '/confirm'])('endive refuses payment_method_types, on create, update and confirm (%s)', async (path) => {
  const { sdk, post } = await cashapp();
  const { id } = await sdk.paymentIntents.create({ amount: 900, currency: 'usd' });
  for (const target of [`/v1/payment_intents/${id}${path}`, '/v1/payment_intents']) {
    const form = 'amount=900&currency=usd&payment_method_types[]=cashapp';
    const sent = path === '/confirm' && target.endsWith(path) ? 'payment_method_types[]=cashapp' : form;
    const response = await post(target, sent, { 'Stripe-Version': '2026-10-28.endive' });
    expect((await response.json()).error.code).toBe('payment_method_types_no_longer_supported');
  }
});

test.each([
  ['approve', 'succeeded', null],
  ['decline', 'requires_payment_method', 'payment_intent_authentication_failure'],
  ['expire', 'requires_payment_method', 'payment_intent_payment_attempt_expired'],
] as const)('a person who is there pays in Cash App: %s', async (what, status, code) => {
  const { sdk, post, decide, customer } = await cashapp();
  const { id, client_secret } = await sdk.paymentIntents.create({
    amount: 900,
    currency: 'usd',
    customer,
    allowed_payment_method_types: ['cashapp'],
    setup_future_usage: 'off_session',
  });
  const form = `client_secret=${client_secret}&${CONFIRMATION}`;
  const confirmed = await (await post(`/v1/payment_intents/${id}/confirm`, form, BROWSER)).json();
  expect(confirmed).toMatchObject({ status: 'requires_action', amount: 900 });
  expect(confirmed).not.toHaveProperty('customer');
  await decide(id, what);
  const settled = await sdk.paymentIntents.retrieve(id);
  expect(settled.status).toBe(status);
  expect(settled.last_payment_error?.code ?? null).toBe(code);
  expect((await sdk.customers.listPaymentMethods(customer)).data).toHaveLength(what === 'approve' ? 1 : 0);
});

test('an attempt to pay expires after an hour', async () => {
  const { sdk, advance } = await cashapp();
  const { id } = await sdk.paymentIntents.create({
    amount: 900,
    currency: 'usd',
    confirm: true,
    payment_method_data: { type: 'cashapp' },
    return_url: 'https://shop.example',
  });
  await advance(3599);
  expect((await sdk.paymentIntents.retrieve(id)).status).toBe('requires_action');
  await advance(1);
  expect((await sdk.paymentIntents.retrieve(id)).last_payment_error?.code).toBe(
    'payment_intent_payment_attempt_expired',
  );
});

test('a payment in Cash App needs a way back', async () => {
  const { sdk } = await cashapp();
  await expect(
    sdk.paymentIntents.create({
      amount: 900,
      currency: 'usd',
      confirm: true,
      payment_method_data: { type: 'cashapp' },
    }),
  ).rejects.toMatchObject({ code: 'payment_intent_redirect_confirmation_without_return_url' });
});

test('a card is charged, held and captured in part, declined or asked about', async () => {
  const { sdk, told } = await cashapp();
  const pay = (payment_method: string, more = {}) =>
    sdk.paymentIntents.create({ amount: 2000, currency: 'eur', payment_method, confirm: true, ...more });
  expect((await pay('pm_card_visa')).status).toBe('succeeded');
  const held = await pay('pm_card_mastercard', { capture_method: 'manual' });
  expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 2000, amount_received: 0 });
  await expect(sdk.paymentIntents.capture(held.id, { amount_to_capture: 2001 })).rejects.toThrow('greater');
  expect(await sdk.paymentIntents.capture(held.id, { amount_to_capture: 1500 })).toMatchObject({
    status: 'succeeded',
    amount_received: 1500,
  });
  await expect(pay('pm_card_visa_chargeDeclined')).rejects.toMatchObject({
    statusCode: 402,
    code: 'card_declined',
    charge: expect.stringMatching(/^ch_/),
    payment_intent: { status: 'requires_payment_method' },
  });
  const asked = await pay('pm_card_authenticationRequired');
  expect(asked).toMatchObject({ status: 'requires_action', next_action: { type: 'use_stripe_sdk' } });
  expect((await sdk.paymentIntents.cancel(asked.id)).status).toBe('canceled');
  expect((await told()).filter((type) => type !== 'payment_intent.created')).toEqual([
    'charge.succeeded',
    'payment_intent.succeeded',
    'charge.succeeded',
    'payment_intent.amount_capturable_updated',
    'charge.captured',
    'payment_intent.succeeded',
    'charge.failed',
    'payment_intent.payment_failed',
    'payment_intent.requires_action',
    'payment_intent.canceled',
  ]);
});

import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { shop } from '../testing/checkout.ts';

test('a session that is paid has its payment, and everything of it is the merchant’s', async () => {
  const { sdk, session, order, on, account, heard, told } = await shop();
  const { id } = await session({
    payment_intent_data: { application_fee_amount: 150, description: 'Two shirts', metadata: { order: '7' } },
  });
  expect(await (await order(id, 'pay')).json()).toMatchObject({ id, status: 'complete' });
  const paid = await sdk.checkout.sessions.retrieve(
    id,
    { expand: ['payment_intent.latest_charge.application_fee'] },
    on,
  );
  expect(paid).toMatchObject({
    customer_details: { email: 'jenny@example.test', name: 'Jenny Rosen', tax_exempt: 'none' },
    payment_intent: {
      amount: 1000,
      application_fee_amount: 150,
      description: 'Two shirts',
      latest_charge: {
        amount: 1000,
        application_fee: { object: 'application_fee', account, amount: 150 },
        application_fee_amount: 150,
        description: 'Two shirts',
      },
      metadata: { order: '7' },
      status: 'succeeded',
    },
    payment_status: 'paid',
    status: 'complete',
    url: null,
  });
  expect(await heard()).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
  ]);
  expect((await told()).platform).toContain('application_fee.created');
  expect((await told()).platform).not.toContain('checkout.session.completed');
  const [event] = (await sdk.events.list({ type: 'checkout.session.completed' }, on)).data;
  expect(event).toMatchObject({ account, data: { object: { id, payment_status: 'paid', status: 'complete' } } });
  const { payment_intent } = await sdk.checkout.sessions.retrieve(id, {}, on);
  const found = await sdk.checkout.sessions.list({ payment_intent: String(payment_intent) }, on);
  expect(found.data).toMatchObject([{ id }]);
  await expect(sdk.paymentIntents.retrieve(String(payment_intent))).rejects.toMatchObject({ code: 'resource_missing' });
  expect((await order(id, 'pay')).status).toBe(400);
});

test('a decline leaves the session open, and the next try pays with the same intent', async () => {
  const { session, order, read, heard } = await shop();
  const { id } = await session();
  await order(id, 'decline');
  const open = await read(id);
  expect(open).toMatchObject({ status: 'open', payment_status: 'unpaid', payment_intent: expect.any(String) });
  await order(id, 'pay');
  expect(await read(id)).toMatchObject({ status: 'complete', payment_intent: open.payment_intent });
  expect(await heard()).toEqual([
    'payment_intent.created',
    'charge.failed',
    'payment_intent.payment_failed',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
  ]);
});

test('what costs nothing is complete without a payment', async () => {
  const { session, order, read, heard } = await shop();
  const free = { currency: 'usd', unit_amount: 0, product_data: { name: 'Sample' } };
  const { id } = await session({ line_items: [{ quantity: 1, price_data: free }], payment_intent_data: {} });
  await order(id, 'pay');
  expect(await read(id)).toMatchObject({
    status: 'complete',
    payment_status: 'no_payment_required',
    payment_intent: null,
  });
  expect(await heard()).toEqual(['checkout.session.completed']);
});

test('its payment is Checkout’s: nobody else confirms or cancels it, and expiring ends it', async () => {
  const { sdk, session, order, on, read } = await shop();
  const { id } = await session();
  await order(id, 'decline');
  const intent = String((await read(id)).payment_intent);
  const refusal = { statusCode: 400, message: expect.stringContaining('created by Checkout') };
  await expect(sdk.paymentIntents.confirm(intent, { payment_method: 'pm_card_visa' }, on)).rejects.toMatchObject(
    refusal,
  );
  await expect(sdk.paymentIntents.cancel(intent, {}, on)).rejects.toMatchObject(refusal);
  await sdk.checkout.sessions.expire(id, {}, on);
  expect(await sdk.paymentIntents.retrieve(intent, {}, on)).toMatchObject({ status: 'canceled' });
});

test('a merchant refunds a sale, with the fee if so wished, and hears of disputes by its payment', async () => {
  const { sdk, session, order, on, read, heard, account } = await shop();
  const { id } = await session();
  await order(id, 'pay');
  const payment_intent = String((await read(id)).payment_intent);
  await expect(sdk.refunds.create({ payment_intent })).rejects.toMatchObject({ code: 'resource_missing' });
  await sdk.refunds.create({ payment_intent, amount: 500, refund_application_fee: true }, on);
  expect((await sdk.applicationFees.list()).data).toMatchObject([{ account, amount: 150, amount_refunded: 75 }]);
  expect(await heard()).toContain('charge.refunded');
  expect((await sdk.disputes.list({ payment_intent }, on)).data).toEqual([]);
});

test('a buyer becomes a customer where the merchant wants that, or will charge again', async () => {
  const { sdk, session, order, read, on } = await shop();
  const bought = async (params: Partial<Stripe.Checkout.SessionCreateParams>) => {
    const { id } = await session(params);
    await order(id, 'pay');
    return (await read(id)).customer;
  };
  expect(await bought({})).toBeNull();
  const known = await bought({ customer_creation: 'always' });
  expect(await sdk.customers.retrieve(String(known), {}, on)).toMatchObject({ email: 'jenny@example.test' });
  const saved = await bought({ payment_intent_data: { setup_future_usage: 'off_session' } });
  expect((await sdk.customers.listPaymentMethods(String(saved), {}, on)).data).toHaveLength(1);
});

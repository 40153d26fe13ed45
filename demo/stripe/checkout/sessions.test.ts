import { expect, test } from 'vitest';
import { SHIRTS, shop } from '../testing/checkout.ts';
import { DAY } from '../testing/merchant.ts';

test('a session is open, has everything but a payment, and is the merchant’s alone', async () => {
  const { sdk, session, merchant, on, account, heard } = await shop();
  const made = await session({
    client_reference_id: 'order-7',
    metadata: { a: '1' },
    customer_email: 'ada@example.test',
  });
  expect(made).toMatchObject({
    id: expect.stringMatching(/^cs_test_/),
    object: 'checkout.session',
    amount_subtotal: 1000,
    amount_total: 1000,
    cancel_url: 'https://shop.example/cart?from={CHECKOUT_SESSION_ID}',
    client_reference_id: 'order-7',
    client_secret: null,
    currency: 'usd',
    customer: null,
    customer_details: { email: 'ada@example.test', name: null },
    livemode: false,
    locale: null,
    metadata: { a: '1' },
    mode: 'payment',
    payment_intent: null,
    payment_method_types: ['card', 'cashapp', 'us_bank_account'],
    payment_status: 'unpaid',
    setup_intent: null,
    status: 'open',
    subscription: null,
    success_url: 'https://shop.example/done?session_id={CHECKOUT_SESSION_ID}',
    ui_mode: 'hosted_page',
    url: expect.stringMatching(/\/c\/pay\/cs_test_/),
  });
  expect(made.expires_at - made.created).toBe(DAY);
  expect(made).not.toHaveProperty('line_items');
  for (const elsewhere of [{}, { stripeAccount: await merchant() }]) {
    await expect(sdk.checkout.sessions.retrieve(made.id, {}, elsewhere)).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    await expect(sdk.checkout.sessions.expire(made.id, {}, elsewhere)).rejects.toMatchObject({ statusCode: 404 });
    expect((await sdk.checkout.sessions.list({}, elsewhere)).data).toEqual([]);
  }
  expect((await sdk.checkout.sessions.list({ status: 'open' }, on)).data).toMatchObject([{ id: made.id }]);
  expect(await sdk.paymentIntents.list({}, on)).toMatchObject({ data: [] });
  expect(account).toMatch(/^acct_/);
  expect(await heard()).toEqual([]);
});

test('items are there where they are asked for, with their prices', async () => {
  const { sdk, session, on } = await shop();
  const product = await sdk.products.create({ name: 'Mug' }, on);
  const price = await sdk.prices.create({ product: product.id, currency: 'usd', unit_amount: 700 }, on);
  const made = await session({
    line_items: [SHIRTS, { price: price.id, quantity: 3 }],
    expand: ['line_items.data.price.product'],
  });
  expect(made.amount_total).toBe(3100);
  expect(made.line_items?.data).toMatchObject([
    {
      object: 'item',
      description: 'T shirt',
      quantity: 2,
      amount_total: 1000,
      price: { unit_amount: 500, active: false },
    },
    {
      description: 'Mug',
      quantity: 3,
      amount_total: 2100,
      price: { id: price.id, product: { id: product.id, name: 'Mug' } },
    },
  ]);
  const expanded = await sdk.checkout.sessions.retrieve(made.id, { expand: ['line_items.data.price'] }, on);
  expect(expanded.line_items?.data[1]?.price?.id).toBe(price.id);
  const first = await sdk.checkout.sessions.listLineItems(made.id, { limit: 1 }, on);
  expect(first).toMatchObject({ has_more: true, data: [{ description: 'T shirt' }] });
  const second = await sdk.checkout.sessions.listLineItems(made.id, { starting_after: first.data[0]?.id ?? '' }, on);
  expect(second).toMatchObject({ has_more: false, data: [{ description: 'Mug' }] });
});

test('metadata changes, and nothing else does', async () => {
  const { session, on, sdk, post, account } = await shop();
  const { id } = await session({ metadata: { a: '1', b: '2' } });
  expect(await sdk.checkout.sessions.update(id, { metadata: { a: '', c: '3' } }, on)).toMatchObject({
    metadata: { b: '2', c: '3' },
  });
  const response = await post(`/v1/checkout/sessions/${id}`, 'success_url=https://x.test', {
    'Stripe-Account': account,
  });
  expect((await response.json()).error).toMatchObject({ code: 'parameter_unknown', param: 'success_url' });
});

test('a session expires when its time is up, and then has no address any more', async () => {
  const { session, read, advance, heard } = await shop();
  const { id, created } = await session({ expires_at: 1_793_000_000 + 30 * 60 });
  await advance(30 * 60 - 1);
  expect(await read(id)).toMatchObject({ status: 'open', created });
  await advance(1);
  expect(await read(id)).toMatchObject({ status: 'expired', payment_status: 'unpaid', url: null });
  expect(await heard()).toEqual(['checkout.session.expired']);
});

test('the merchant can expire a session while it is open', async () => {
  const { sdk, session, on, order, heard, advance } = await shop();
  const { id } = await session();
  expect(await sdk.checkout.sessions.expire(id, {}, on)).toMatchObject({ status: 'expired', url: null });
  await expect(sdk.checkout.sessions.expire(id, {}, on)).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('status of expired'),
  });
  expect((await order(id, 'pay')).status).toBe(400);
  await advance(2 * DAY);
  expect(await heard()).toEqual(['checkout.session.expired']);
});

test('other presentations have a secret instead of an address', async () => {
  const { session } = await shop();
  const embedded = await session({ ui_mode: 'embedded_page', return_url: 'https://shop.example/back' });
  expect(embedded).toMatchObject({
    client_secret: expect.stringContaining(`${embedded.id}_secret_`),
    redirect_on_completion: 'always',
    return_url: 'https://shop.example/back',
    success_url: null,
    url: null,
  });
  const staying = await session({ ui_mode: 'embedded_page', redirect_on_completion: 'never' });
  expect(staying.payment_method_types).toEqual(['card', 'us_bank_account']);
});

test('what a merchant turns off cannot be paid with any more', async () => {
  const { sdk, session, account } = await shop();
  const types = async (params = {}) => (await session(params)).payment_method_types;
  await sdk.accounts.update(account, { capabilities: { cashapp_payments: { requested: false } } });
  expect(await types()).toEqual(['card', 'us_bank_account']);
  await sdk.accounts.updateCapability(account, 'us_bank_account_ach_payments', { requested: false });
  expect(await types()).toEqual(['card']);
  await sdk.accounts.update(account, { capabilities: { cashapp_payments: { requested: true } } });
  expect(await types()).toEqual(['card', 'cashapp']);
  const euros = { quantity: 1, price_data: { currency: 'eur', unit_amount: 900, product_data: { name: 'Thing' } } };
  expect(await types({ line_items: [euros] })).toEqual(['card']);
  expect(await types({ payment_intent_data: { capture_method: 'manual' } })).toEqual(['card', 'cashapp']);
});

import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { SHIRTS, shop } from '../testing/checkout.ts';
import { EXPRESS } from '../testing/stand.ts';

type Params = Partial<Stripe.Checkout.SessionCreateParams>;

const NOW = 1_793_000_000;
const SALE: Stripe.Checkout.SessionCreateParams = {
  mode: 'payment',
  line_items: [SHIRTS],
  success_url: 'https://a.test',
};
const priced = (unit_amount: number, currency = 'usd') => ({
  quantity: 1,
  price_data: { currency, unit_amount, product_data: { name: 'Thing' } },
});
const embedded = { ui_mode: 'embedded_page' } as const;
const fee = (application_fee_amount: number) => ({ payment_intent_data: { application_fee_amount } });

test.each<[string, Params, object]>([
  ['no items', { line_items: [] }, { param: 'line_items' }],
  ['none of an item', { line_items: [{ ...SHIRTS, quantity: 0 }] }, { param: 'line_items[0][quantity]' }],
  ['fewer than none of it', { line_items: [{ ...SHIRTS, quantity: -1 }] }, { param: 'line_items[0][quantity]' }],
  ['half of it', { line_items: [{ ...SHIRTS, quantity: 1.5 }] }, { code: 'parameter_invalid_integer' }],
  ['too much of it', { line_items: [{ ...SHIRTS, quantity: 1e9 }] }, { param: 'line_items[0][quantity]' }],
  ['two currencies', { line_items: [SHIRTS, priced(500, 'eur')] }, { param: 'line_items[1]' }],
  ['too small a total', { line_items: [priced(49)] }, { code: 'amount_too_small', param: 'line_items' }],
  ['too large a total', { line_items: [priced(99_999_999), priced(1)] }, { code: 'amount_too_large' }],
  ['a price that is not there', { line_items: [{ price: 'price_x', quantity: 1 }] }, { code: 'resource_missing' }],
  ['a fee of nothing', fee(0), { param: 'payment_intent_data[application_fee_amount]' }],
  ['a fee below nothing', fee(-1), { param: 'payment_intent_data[application_fee_amount]' }],
  ['a fee above the total', fee(1001), { param: 'payment_intent_data[application_fee_amount]' }],
  [
    'a destination',
    { payment_intent_data: { transfer_data: { destination: 'acct_x' } } },
    { param: 'payment_intent_data[transfer_data]' },
  ],
  ['a subscription', { mode: 'subscription' }, { param: 'mode' }],
  ['a life of minutes', { expires_at: NOW + 1799 }, { param: 'expires_at' }],
  ['a life of days', { expires_at: NOW + 86401 }, { param: 'expires_at' }],
  ['a customer of nobody', { customer: 'cus_x' }, { code: 'resource_missing', param: 'customer' }],
  ['a return address on the hosted page', { return_url: 'https://shop.example' }, { param: 'return_url' }],
  ['a success address elsewhere', { ...embedded, success_url: 'https://a.test' }, { param: 'success_url' }],
  ['no return address elsewhere', embedded, { code: 'parameter_missing', param: 'return_url' }],
  [
    'a return address nobody is sent to',
    { ...embedded, redirect_on_completion: 'never', return_url: 'https://a.test' },
    { param: 'return_url' },
  ],
  [
    'no return address where Cash App may redirect',
    { ...embedded, redirect_on_completion: 'if_required' },
    { param: 'return_url' },
  ],
  ['an old name of a presentation', { ui_mode: 'embedded' }, { param: 'ui_mode' }],
  ['an unknown language', { locale: 'tlh' }, { param: 'locale' }],
  ['nothing to pay with', { allowed_payment_method_types: ['klarna'] }, { param: 'allowed_payment_method_types' }],
])('a session with %s is refused, and leaves nothing behind', async (_, params, error) => {
  const { sdk, session, on } = await shop();
  await expect(session(params)).rejects.toMatchObject({ statusCode: 400, ...error });
  expect((await sdk.checkout.sessions.list({}, on)).data).toEqual([]);
  expect((await sdk.prices.list({}, on)).data).toEqual([]);
});

test('only an active price of the same account can be bought, and only once', async () => {
  const { sdk, session, on } = await shop();
  const recurring = { interval: 'month' } as const;
  const price = (params: object, at: object = on) =>
    sdk.prices.create({ currency: 'usd', unit_amount: 900, product_data: { name: 'Mug' }, ...params }, at);
  const buy = async (id: string) => session({ line_items: [{ price: id, quantity: 1 }] });
  const good = await price({});
  expect((await buy(good.id)).amount_total).toBe(900);
  await expect(buy((await price({ recurring })).id)).rejects.toThrow('recurring');
  await expect(buy((await price({ active: false })).id)).rejects.toThrow('inactive');
  await expect(buy((await price({}, {})).id)).rejects.toMatchObject({ param: 'line_items[0][price]' });
  await sdk.products.update(String(good.product), { active: false }, on);
  await expect(buy(good.id)).rejects.toThrow('not available to be purchased');
});

test('a fee is for the platform of a connected account, of which it never has one itself', async () => {
  const { sdk } = await shop();
  await expect(sdk.checkout.sessions.create({ ...SALE, ...fee(100) })).rejects.toMatchObject({
    param: 'payment_intent_data[application_fee_amount]',
  });
  expect(await sdk.checkout.sessions.create(SALE)).toMatchObject({ status: 'open', amount_total: 1000 });
});

test('a merchant who cannot take charges cannot sell', async () => {
  const { sdk } = await shop();
  const { id } = await sdk.accounts.create(EXPRESS);
  await expect(sdk.checkout.sessions.create(SALE, { stripeAccount: id })).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('cannot currently make charges'),
  });
});

test.each([
  ['2026-10-28.endive', 400],
  ['2026-08-26.dahlia', 200],
  [null, 200],
])('payment_method_types at version %s is answered %i', async (version, status) => {
  const { post, account } = await shop();
  const items = 'line_items[0][price_data][currency]=usd&line_items[0][price_data][unit_amount]=900';
  const form = `mode=payment&success_url=https://a.test&${items}&line_items[0][price_data][product_data][name]=x&line_items[0][quantity]=1`;
  const response = await post('/v1/checkout/sessions', `${form}&payment_method_types[]=card`, {
    'Stripe-Account': account,
    ...(version && { 'Stripe-Version': version }),
  });
  expect(response.status).toBe(status);
  const answer = await response.json();
  expect(answer.error?.code ?? answer.payment_method_types).toEqual(
    status === 200 ? ['card'] : 'payment_method_types_no_longer_supported',
  );
  const unknown = await post('/v1/checkout/sessions', `${form}&payment_intent_data[tip]=1`, {
    'Stripe-Account': account,
  });
  expect((await unknown.json()).error).toMatchObject({ code: 'parameter_unknown', param: 'payment_intent_data[tip]' });
});

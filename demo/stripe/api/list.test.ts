import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { stand } from '../testing/stand.ts';

async function customers(sdk: Stripe, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1)
    ids.unshift((await sdk.customers.create({ name: `Customer ${made}` })).id);
  return ids;
}

test('lists come newest first, ten at a time', async () => {
  const { sdk } = await stand();
  const ids = await customers(sdk, 12);
  const first = await sdk.customers.list();
  expect(first).toMatchObject({ object: 'list', has_more: true, url: '/v1/customers' });
  expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 10));
});

test('cursors page forwards and backwards', async () => {
  const { sdk } = await stand();
  const ids = await customers(sdk, 5);
  const [, second, third] = ids;
  const forward = await sdk.customers.list({ limit: 2, starting_after: second ?? '' });
  expect(forward.data.map(({ id }) => id)).toEqual(ids.slice(2, 4));
  expect(forward.has_more).toBe(true);
  const back = await sdk.customers.list({ limit: 2, ending_before: third ?? '' });
  expect(back.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(back.has_more).toBe(false);
});

test('the SDK pages through everything by itself', async () => {
  const { sdk } = await stand();
  const ids = await customers(sdk, 7);
  const seen: string[] = [];
  for await (const customer of sdk.customers.list({ limit: 3 })) seen.push(customer.id);
  expect(seen).toEqual(ids);
});

test.each([
  [{ limit: 0 }, 'limit'],
  [{ limit: 101 }, 'limit'],
  [{ starting_after: 'cus_nope' }, 'starting_after'],
  [{ starting_after: 'cus_a', ending_before: 'cus_b' }, 'ending_before'],
])('%j is refused', async (params, param) => {
  const { sdk } = await stand();
  await expect(sdk.customers.list(params)).rejects.toMatchObject({ statusCode: 400, param });
});

test('filters by time keep what lies within', async () => {
  const { sdk, stripe } = await stand();
  await customers(sdk, 1);
  stripe.clock.advance(100);
  const [late] = await customers(sdk, 1);
  const found = await sdk.customers.list({ created: { gte: stripe.clock.now() - 50 } });
  expect(found.data.map(({ id }) => id)).toEqual([late]);
});

test('an id is replaced by its object when it is expanded, on lists too, several levels deep', async () => {
  const { sdk } = await stand();
  const product = await sdk.products.create({
    name: 'Ride',
    default_price_data: { currency: 'usd', unit_amount: 500 },
    expand: ['default_price'],
  });
  expect(product.default_price).toMatchObject({ object: 'price', unit_amount: 500, product: product.id });
  const list = await sdk.prices.list({ expand: ['data.product', 'data.product.default_price.product'] });
  expect(list.data[0]?.product).toMatchObject({ name: 'Ride', default_price: { product: { id: product.id } } });
});

test.each([
  ['nickname', 'This property cannot be expanded (nickname).'],
  ['product.name', 'This property cannot be expanded (product.name).'],
  ['product.default_price.product.default_price.product', 'You cannot expand more than 4 levels of a property.'],
])('expanding %s is refused', async (path, message) => {
  const { sdk } = await stand();
  const { default_price } = await sdk.products.create({
    name: 'Ride',
    default_price_data: { currency: 'usd', unit_amount: 500 },
  });
  await expect(sdk.prices.retrieve(String(default_price), { expand: [path] })).rejects.toThrow(message);
});

test('on a list, an expansion without data. gets a hint', async () => {
  const { sdk } = await stand();
  await sdk.prices.create({ currency: 'usd', unit_amount: 500, product_data: { name: 'Ride' } });
  await expect(sdk.prices.list({ expand: ['product'] })).rejects.toThrow(
    "You may want to try expanding 'data.product' instead.",
  );
});

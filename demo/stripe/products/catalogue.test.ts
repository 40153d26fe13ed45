import { expect, test } from 'vitest';
import { stand } from '../testing/stand.ts';

test('a customer is created, changed, found and deleted', async () => {
  const { sdk } = await stand();
  const { id } = await sdk.customers.create({
    email: 'jenny@example.test',
    address: { line1: '1 Main St', country: 'US' },
    shipping: { name: 'Jenny', address: { line1: '2 Side St' } },
  });
  expect(await sdk.customers.retrieve(id)).toMatchObject({
    object: 'customer',
    address: { line1: '1 Main St', city: null, country: 'US' },
    shipping: { name: 'Jenny', phone: null, address: { line1: '2 Side St', city: null } },
    balance: 0,
    delinquent: false,
    default_source: null,
    invoice_settings: { default_payment_method: null },
  });
  expect((await sdk.customers.list({ email: 'jenny@example.test' })).data).toHaveLength(1);
  expect((await sdk.customers.list({ email: 'other@example.test' })).data).toEqual([]);
  expect(await sdk.customers.del(id)).toEqual(expect.objectContaining({ id, object: 'customer', deleted: true }));
  expect(await sdk.customers.retrieve(id)).toMatchObject({ deleted: true });
  await expect(sdk.customers.update(id, { name: 'x' })).rejects.toMatchObject({ statusCode: 404 });
  expect((await sdk.customers.list()).data).toEqual([]);
});

test('a product gets a price, a default price, and cannot be deleted while it has one', async () => {
  const { sdk } = await stand();
  const product = await sdk.products.create({ name: 'Ride', images: ['https://x.test/a.png'] });
  const price = await sdk.prices.create({
    product: product.id,
    currency: 'USD',
    unit_amount: 1500,
    recurring: { interval: 'month' },
  });
  expect(price).toMatchObject({
    currency: 'usd',
    type: 'recurring',
    unit_amount: 1500,
    recurring: { interval: 'month', interval_count: 1 },
  });
  expect(String(price.unit_amount_decimal)).toBe('1500');
  expect(await sdk.products.update(product.id, { default_price: price.id, active: false, images: '' })).toMatchObject({
    default_price: price.id,
    active: false,
    images: [],
  });
  expect((await sdk.products.list({ active: true })).data).toEqual([]);
  await expect(sdk.products.del(product.id)).rejects.toThrow('has one or more user-created prices');
  const bare = await sdk.products.create({ name: 'Bare', id: 'prod_bare' });
  await expect(sdk.products.create({ name: 'Bare', id: 'prod_bare' })).rejects.toMatchObject({
    code: 'resource_already_exists',
  });
  expect(await sdk.products.del(bare.id)).toMatchObject({ deleted: true });
  await expect(sdk.products.retrieve(bare.id)).rejects.toMatchObject({ code: 'resource_missing' });
});

test('a price needs one amount and one product', async () => {
  const { sdk } = await stand();
  const { id } = await sdk.products.create({ name: 'Ride' });
  await expect(sdk.prices.create({ currency: 'usd', product: id })).rejects.toMatchObject({
    code: 'parameter_missing',
    param: 'unit_amount',
  });
  await expect(sdk.prices.create({ currency: 'usd', unit_amount: 5 })).rejects.toMatchObject({
    code: 'parameter_missing',
    param: 'product',
  });
  await expect(sdk.prices.create({ currency: 'usd', unit_amount: 5, product: 'prod_x' })).rejects.toMatchObject({
    code: 'resource_missing',
    param: 'product',
    statusCode: 400,
  });
  await expect(
    sdk.prices.create({ currency: 'usd', unit_amount: 5, product: id, product_data: { name: 'x' } }),
  ).rejects.toMatchObject({ code: 'parameters_exclusive' });
});

test('a lookup key belongs to one price, and moves when told to', async () => {
  const { sdk } = await stand();
  const first = await sdk.prices.create({
    currency: 'usd',
    unit_amount: 5,
    product_data: { name: 'A' },
    lookup_key: 'standard',
  });
  const other = { currency: 'usd', unit_amount: 7, product_data: { name: 'B' }, lookup_key: 'standard' };
  await expect(sdk.prices.create(other)).rejects.toMatchObject({ param: 'lookup_key' });
  const second = await sdk.prices.create({ ...other, transfer_lookup_key: true });
  expect((await sdk.prices.list({ lookup_keys: ['standard'] })).data.map(({ id }) => id)).toEqual([second.id]);
  expect((await sdk.prices.retrieve(first.id)).lookup_key).toBe(null);
});

test('creating, changing and deleting is announced', async () => {
  const { sdk } = await stand();
  const price = await sdk.prices.create({ currency: 'usd', unit_amount: 5, product_data: { name: 'A' } });
  await sdk.prices.update(price.id, { nickname: 'five' });
  const bare = await sdk.products.create({ name: 'B' });
  await sdk.products.update(bare.id, { name: 'C' });
  await sdk.products.del(bare.id);
  expect((await sdk.events.list()).data.map(({ type }) => type).toReversed()).toEqual([
    'product.created',
    'price.created',
    'price.updated',
    'product.created',
    'product.updated',
    'product.deleted',
  ]);
});

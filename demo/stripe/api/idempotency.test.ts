import { expect, test } from 'vitest';
import { EXPRESS, stand, until } from '../testing/stand.ts';

const KEY = { 'Idempotency-Key': 'order-7' };

test('a second request with the same key is answered as the first was, and does nothing', async () => {
  const { post, sdk } = await stand();
  const first = await post('/v1/customers', 'name=Jenny&metadata[a]=1', KEY);
  const second = await post('/v1/customers', 'metadata[a]=1&name=Jenny', KEY);
  expect(await second.text()).toBe(await first.text());
  const id = first.headers.get('request-id');
  expect(Object.fromEntries(first.headers)).toMatchObject({
    'idempotency-key': 'order-7',
    'original-request': id,
    'stripe-should-retry': 'false',
  });
  expect(first.headers.has('idempotent-replayed')).toBe(false);
  expect(Object.fromEntries(second.headers)).toMatchObject({
    'idempotency-key': 'order-7',
    'original-request': id,
    'idempotent-replayed': 'true',
  });
  expect(second.headers.get('request-id')).not.toBe(id);
  expect((await sdk.customers.list()).data).toHaveLength(1);
});

test.each([
  ['other parameters', '/v1/customers', 'name=Jane'],
  ['another endpoint', '/v1/products', 'name=Jenny'],
])('the same key with %s is a mismatch', async (_, path, form) => {
  const { post } = await stand();
  await post('/v1/customers', 'name=Jenny', KEY);
  const answer = await post(path, form, KEY);
  expect(answer.status).toBe(400);
  expect((await answer.json()).error).toMatchObject({
    type: 'idempotency_error',
    message:
      "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than 'order-7' if you meant to execute a different request.",
  });
});

test('a failed validation does not use the key up', async () => {
  const { post } = await stand();
  expect((await post('/v1/customers', 'nick=Al', KEY)).status).toBe(400);
  const again = await post('/v1/customers', 'name=Al', KEY);
  expect(again.status).toBe(200);
  expect(again.headers.has('idempotent-replayed')).toBe(false);
});

test('a failure of the work itself is kept, a server error too', async () => {
  const { post, control } = await stand();
  const missing = { 'Idempotency-Key': 'missing' };
  expect((await post('/v1/customers/cus_nope', '', missing)).status).toBe(404);
  expect((await post('/v1/customers/cus_nope', '', missing)).headers.get('idempotent-replayed')).toBe('true');

  await control('faults', { match: 'POST /v1/customers', do: '500' });
  expect((await post('/v1/customers', '', KEY)).status).toBe(500);
  const again = await post('/v1/customers', '', KEY);
  expect(again.status).toBe(500);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
});

test('a rate-limited request does not use the key up', async () => {
  const { post, control } = await stand();
  await control('faults', { match: 'POST /v1/customers', do: '429' });
  expect((await post('/v1/customers', '', KEY)).status).toBe(429);
  expect((await post('/v1/customers', '', KEY)).status).toBe(200);
});

test('while the first is running, a second with its key is a conflict; when the first is given up, the key is free', async () => {
  const { post, raw, control, stripe } = await stand();
  await control('faults', { match: 'POST /v1/customers', do: 'timeout' });
  const giveUp = new AbortController();
  const form = {
    method: 'POST',
    body: 'name=Al',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...KEY },
  };
  const first = raw('/v1/customers', { ...form, signal: giveUp.signal }).catch((error) => error.name);
  await until(() => stripe.requests().length === 1);
  const second = await post('/v1/customers', 'name=Al', KEY);
  expect(second.status).toBe(409);
  expect(second.headers.has('stripe-should-retry')).toBe(false);
  expect((await second.json()).error).toMatchObject({
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: expect.stringContaining('order-7. Please try again later.'),
  });
  giveUp.abort();
  expect(await first).toBe('AbortError');
  await until(async () => (await post('/v1/customers', 'name=Al', KEY)).status === 200);
});

test('after a day the key is new again', async () => {
  const { post, stripe } = await stand();
  const first = await (await post('/v1/customers', '', KEY)).json();
  stripe.clock.advance(24 * 60 * 60 - 10);
  expect((await (await post('/v1/customers', '', KEY)).json()).id).toBe(first.id);
  stripe.clock.advance(10);
  expect((await (await post('/v1/customers', '', KEY)).json()).id).not.toBe(first.id);
});

test('keys are apart by account and by mode', async () => {
  const { sdk, as } = await stand();
  const { id } = await sdk.accounts.create(EXPRESS);
  const option = { idempotencyKey: 'same' };
  const made = await Promise.all([
    sdk.customers.create({}, option),
    sdk.customers.create({}, { ...option, stripeAccount: id }),
    as('sk_live_demo').customers.create({}, option),
    as('sk_test_other').customers.create({}, option),
  ]);
  expect(new Set(made.map((customer) => customer.id)).size).toBe(4);
});

test('the key has no effect on a GET', async () => {
  const { raw } = await stand();
  const response = await raw('/v1/customers', { headers: KEY });
  expect(response.headers.has('idempotency-key')).toBe(false);
  expect((await raw('/v1/products', { headers: KEY })).status).toBe(200);
});

test('a key of 256 characters is refused', async () => {
  const { post } = await stand();
  expect((await post('/v1/customers', '', { 'Idempotency-Key': 'k'.repeat(256) })).status).toBe(400);
  expect((await post('/v1/customers', '', { 'Idempotency-Key': 'k'.repeat(255) })).status).toBe(200);
});

import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { createStripe } from './index.ts';
import { stand } from './testing/stand.ts';

const create = (sdk: Stripe, options?: Stripe.RequestOptions) => sdk.customers.create({}, options);

test('500: the client sees one server error and is told not to retry', async () => {
  const { as, control, stripe } = await stand();
  await control('faults', { match: 'POST /v1/customers', do: '500' });
  const patient = as('sk_test_demo', { maxNetworkRetries: 2 });
  await expect(create(patient)).rejects.toMatchObject({ statusCode: 500, rawType: 'api_error' });
  expect(stripe.requests()).toHaveLength(1);
  await expect(create(patient)).resolves.toMatchObject({ object: 'customer' });
  await control('faults', { match: 'GET /v1/customers', do: '500' });
  await expect(patient.customers.list()).rejects.toMatchObject({ statusCode: 500 });
});

test('429: the client sees the rate limit and its reason', async () => {
  const { sdk, control, raw } = await stand();
  await control('faults', { match: 'GET /v1/customers', times: 2, do: '429' });
  await expect(sdk.customers.list()).rejects.toBeInstanceOf(Stripe.errors.StripeRateLimitError);
  const response = await raw('/v1/customers');
  expect(response.headers.get('stripe-rate-limited-reason')).toBe('global-rate');
  expect(response.headers.has('stripe-should-retry')).toBe(false);
  expect((await response.json()).error).toMatchObject({ code: 'rate_limit' });
});

test('html: the client gets a page where JSON was due', async () => {
  const { sdk, control, raw } = await stand();
  await control('faults', { match: 'GET /v1/customers', times: 2, do: 'html' });
  await expect(sdk.customers.list()).rejects.toThrow('Invalid JSON received from the Stripe API');
  const response = await raw('/v1/customers');
  expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html']);
});

test('reset: the connection breaks, and nothing was done', async () => {
  const { sdk, raw, control } = await stand();
  await control('faults', { match: 'POST /v1/customers', times: 5, do: 'reset' });
  await expect(create(sdk)).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError);
  await expect(raw('/v1/customers', { method: 'POST' })).rejects.toMatchObject({
    cause: { code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) },
  });
  expect((await sdk.customers.list()).data).toEqual([]);
});

test('timeout: no answer comes, and nothing was done', async () => {
  const { as, sdk, control } = await stand();
  await control('faults', { match: 'POST /v1/customers', do: 'timeout' });
  await expect(create(as('sk_test_demo', { timeout: 50 }))).rejects.toThrow(
    'Request aborted due to timeout being reached (50ms)',
  );
  expect((await sdk.customers.list()).data).toEqual([]);
});

test('timeout_after_commit: no answer comes, but it was done, and a retry with the same key finds it', async () => {
  const { as, sdk, control } = await stand();
  await control('faults', { match: 'POST /v1/customers', do: 'timeout_after_commit' });
  await expect(create(as('sk_test_demo', { timeout: 50 }), { idempotencyKey: 'once' })).rejects.toThrow(
    'timeout being reached',
  );
  const again = await create(sdk, { idempotencyKey: 'once' });
  expect((await sdk.customers.list()).data.map(({ id }) => id)).toEqual([again.id]);
});

test('a fault matches its method and its path, down to whole segments', async () => {
  const { sdk, control } = await stand();
  const { id } = await sdk.accounts.create({});
  await control('faults', { match: 'POST /v1/account', do: '500' });
  await expect(sdk.accounts.update(id, {})).resolves.toBeDefined();
  await control('faults', { match: 'POST /v1/accounts', do: '500' });
  await expect(sdk.accounts.retrieve(id)).resolves.toBeDefined();
  await expect(sdk.accounts.update(id, {})).rejects.toMatchObject({ statusCode: 500 });
  await expect(sdk.accounts.update(id, {})).resolves.toBeDefined();
});

test('faults add up, the oldest first', async () => {
  const { raw, control } = await stand();
  await control('faults', { match: 'GET /v1/customers', do: '500' });
  await control('faults', { match: 'GET /v1/customers', times: 2, do: '429' });
  const statuses = [];
  for (let asked = 0; asked < 4; asked += 1) statuses.push((await raw('/v1/customers')).status);
  expect(statuses).toEqual([500, 429, 429, 200]);
});

test('called without a server, a broken connection is what fetch rejects with, and closing ends the wait', async () => {
  const stripe = createStripe({ origin: 'http://stripe.test' });
  const order = (fault: string) =>
    stripe.fetch(
      new Request('http://stripe.test/_test/faults', {
        method: 'POST',
        body: JSON.stringify({ match: 'GET /v1/customers', do: fault }),
      }),
    );
  const list = () =>
    stripe.fetch(new Request('http://stripe.test/v1/customers', { headers: { Authorization: 'Bearer sk_test_demo' } }));
  await order('reset');
  await expect(list()).rejects.toBeInstanceOf(TypeError);
  await order('timeout');
  const waiting = list();
  stripe.close();
  await expect(waiting).rejects.toBeInstanceOf(TypeError);
});

import { expect, test } from 'vitest';
import { EXPRESS, stand } from '../testing/stand.ts';

test('the requests are kept as they came, newest first, controls left out', async () => {
  const { sdk, raw, control } = await stand();
  await sdk.customers.create({ name: 'Jenny', metadata: { a: '1' } }, { idempotencyKey: 'k' });
  await sdk.customers.list({ limit: 3 });
  await control('clock', { advance: 0 });
  const [newest, oldest, ...none] = await (await raw('/_test/requests')).json();
  expect(none).toEqual([]);
  expect(newest).toMatchObject({ method: 'GET', path: '/v1/customers', query: { limit: '3' }, body: {} });
  expect(oldest).toMatchObject({
    method: 'POST',
    path: '/v1/customers',
    query: {},
    body: { name: 'Jenny', metadata: { a: '1' } },
    headers: { 'idempotency-key': 'k', 'stripe-version': '2026-10-28.endive' },
  });
});

test('the clock moves for everything that is made from then on', async () => {
  const { sdk, control } = await stand();
  const before = await sdk.customers.create({});
  await control('clock', { advance: 1000 });
  expect((await sdk.customers.create({})).created - before.created).toBeGreaterThanOrEqual(1000);
});

test('faults that nobody met are taken back', async () => {
  const { sdk, raw, control } = await stand();
  await control('faults', { match: 'GET /v1/customers', do: '500', times: 9 });
  expect((await raw('/_test/faults', { method: 'DELETE' })).status).toBe(200);
  expect((await sdk.customers.list()).data).toEqual([]);
});

test('a reset forgets objects, faults, requests, revoked keys and the moved clock', async () => {
  const { sdk, control, stripe } = await stand();
  const { created } = await sdk.customers.create({});
  await control('clock', { advance: 100_000 });
  await control('faults', { match: 'GET /v1/customers', do: '500' });
  await control('keys', { revoke: 'sk_test_demo' });
  await control('reset');
  expect(stripe.requests()).toEqual([]);
  expect((await sdk.customers.list()).data).toEqual([]);
  expect(stripe.clock.now() - created).toBeLessThan(100_000);
});

test.each([
  ['clock', { advance: 'soon' }, 'advance'],
  ['clock', {}, 'advance'],
  ['faults', { match: '/v1/accounts', do: '500' }, 'match must be a method and a path'],
  ['faults', { match: 'POST /v1/accounts', do: 'explode' }, 'do'],
  ['account', { account: 'acct_nope', scenario: 'enabled' }, "There is no connected account 'acct_nope'."],
  ['deliveries', { endpoint: 'we_nope' }, "There is no webhook endpoint 'we_nope'."],
  ['deliveries', { endpoint: 'we_nope', explode: true }, 'explode'],
  ['nonsense', {}, 'There is no control POST /_test/nonsense'],
])('a wrong order to %s says what is wrong', async (name, body, message) => {
  const { control } = await stand();
  const response = await control(name, body);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect((await response.json()).error.message).toContain(message);
});

test('the control answers with the account as the API shows it', async () => {
  const { sdk, control } = await stand();
  const { id } = await sdk.accounts.create(EXPRESS);
  const shown = await (await control('account', { account: id, scenario: 'past_due' })).json();
  expect(shown).toEqual(JSON.parse(JSON.stringify(await sdk.accounts.retrieve(id))));
});

test('people find the controls from the first page', async () => {
  const { raw } = await stand();
  const index = await raw('/');
  expect(index.status).toBe(200);
  expect(await index.text()).toContain('href="/_test/"');
  const list = await (await raw('/_test/')).text();
  for (const name of [
    'clock',
    'faults',
    'account',
    'account_sessions/expire',
    'payouts',
    'bank/link',
    'bank/accounts/:id',
    'cashapp/:intent',
    'checkout/:session',
    'payment_methods/:id',
    'revoke',
    'deliveries',
    'keys',
    'reset',
    'requests',
  ])
    expect(list).toContain(`/_test/${name}`);
});

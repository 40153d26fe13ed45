import { expect, test } from 'vitest';
import { type Bank, bank } from '../testing/bank.ts';

const refresh = ({ sdk }: Bank, id: string, ...features: ('balance' | 'ownership' | 'transactions')[]) =>
  sdk.financialConnections.accounts.refresh(id, { features });

test('a refresh is pending for a second, then has the balance, and may be asked for again a minute later', async () => {
  const all = await bank();
  const { id } = await all.one();
  const asked = await refresh(all, id, 'balance');
  expect(asked.balance_refresh).toMatchObject({ status: 'pending', next_refresh_available_at: null });
  expect(asked.balance).toBeNull();
  await all.advance(1);
  const at = asked.balance_refresh?.last_attempted_at ?? 0;
  expect(await all.read(id)).toMatchObject({
    balance: { as_of: at + 1, type: 'cash', current: { usd: 100_000 }, cash: { available: { usd: 100_000 } } },
    balance_refresh: { status: 'succeeded', last_attempted_at: at, next_refresh_available_at: at + 60 },
    ownership_refresh: null,
    transaction_refresh: null,
  });
  expect(await all.told()).toEqual(['created', 'refreshed_balance']);
});

test('asked for too early, nothing is begun and the account is answered as it is', async () => {
  const all = await bank();
  const { id } = await all.one();
  const pending = await refresh(all, id, 'balance');
  expect(await refresh(all, id, 'balance')).toEqual(pending);
  await all.advance(10);
  const done = await all.read(id);
  expect(await refresh(all, id, 'balance')).toEqual(done);
  await all.advance(50);
  expect((await refresh(all, id, 'balance')).balance_refresh?.status).toBe('pending');
});

test('of several features those that are due are refreshed', async () => {
  const all = await bank();
  const { id } = await all.one();
  await refresh(all, id, 'balance');
  await all.advance(2);
  const asked = await refresh(all, id, 'balance', 'ownership', 'transactions');
  expect(asked).toMatchObject({
    balance_refresh: { status: 'succeeded' },
    ownership_refresh: { status: 'pending' },
    transaction_refresh: { status: 'pending', id: expect.stringMatching(/^fctxnref_/) },
  });
});

test('a refresh that fails is told of as well, and leaves the data of the one before', async () => {
  const all = await bank();
  const { id } = await all.one({ prefetch: ['balances'] });
  await all.advance(1);
  const { balance } = await all.read(id);
  await all.advance(60);
  await all.order(id, { next_refresh: 'failed' });
  await refresh(all, id, 'balance');
  await all.advance(1);
  expect(await all.read(id)).toMatchObject({ balance, balance_refresh: { status: 'failed' } });
  expect(await all.told()).toEqual(['created', 'refreshed_balance', 'refreshed_balance']);
});

test('prefetching begins the refreshes when the account is linked', async () => {
  const { one, advance, told } = await bank();
  expect(await one({ prefetch: ['balances', 'ownership', 'transactions'] })).toMatchObject({
    balance: null,
    balance_refresh: { status: 'pending' },
    ownership_refresh: { status: 'pending' },
    transaction_refresh: { status: 'pending' },
  });
  await advance(1);
  expect(await told()).toEqual(['created', 'refreshed_balance', 'refreshed_ownership', 'refreshed_transactions']);
});

test('a permission that was not granted cannot be refreshed, subscribed to or read', async () => {
  const all = await bank();
  const { id } = await all.one({ permissions: ['payment_method'] });
  const { accounts, transactions } = all.sdk.financialConnections;
  for (const feature of ['balance', 'ownership', 'transactions'] as const)
    await expect(refresh(all, id, feature)).rejects.toMatchObject({ statusCode: 400 });
  await expect(accounts.subscribe(id, { features: ['transactions'] })).rejects.toMatchObject({ statusCode: 400 });
  await expect(accounts.listOwners(id, { ownership: 'fcaowns_1' })).rejects.toMatchObject({ statusCode: 400 });
  await expect(transactions.list({ account: id })).rejects.toMatchObject({ statusCode: 400 });
});

test('an inactive account cannot be refreshed, and says nothing of when it could', async () => {
  const all = await bank();
  const { id } = await all.one({ prefetch: ['balances'] });
  await all.advance(1);
  expect((await all.order(id, { status: 'inactive' })).balance_refresh?.next_refresh_available_at).toBeNull();
  await expect(refresh(all, id, 'balance')).rejects.toMatchObject({
    statusCode: 400,
    code: 'financial_connections_account_inactive',
  });
});

test.each([
  ['features[]=balances', 'features[0]'],
  ['', 'features'],
])('a refresh of "%s" names what is wrong', async (form, param) => {
  const { one, post } = await bank();
  const { id } = await one();
  const response = await post(`/v1/financial_connections/accounts/${id}/refresh`, form);
  expect(response.status).toBe(400);
  expect((await response.json()).error.param).toBe(param);
});

test('a credit is owed: its balance says how much is drawn', async () => {
  const { one, advance, read } = await bank();
  const { id } = await one({ prefetch: ['balances'] }, { accounts: ['Everyday Card'] });
  await advance(1);
  expect(await read(id)).toMatchObject({
    category: 'credit',
    subcategory: 'credit_card',
    balance: { type: 'credit', current: { usd: -48_215 }, credit: { used: { usd: 48_215 } } },
  });
});

test('a test may say what the balance is, in any currency', async () => {
  const { one, order, told } = await bank();
  const { id } = await one();
  const shown = await order(id, { balance: { currency: 'kwd', current: 1_234_567 } });
  expect(shown).toMatchObject({
    balance: { current: { kwd: 1_234_567 }, cash: { available: null } },
    balance_refresh: { status: 'succeeded' },
  });
  expect(await told()).toEqual(['created', 'refreshed_balance']);
});

test('owners are read by the ownership that a refresh found; each refresh finds a new one', async () => {
  const all = await bank();
  const { accounts } = all.sdk.financialConnections;
  const { id } = await all.one({ prefetch: ['ownership'] }, { institution: 'Ownership Accounts' });
  await all.advance(1);
  const first = await all.read(id);
  const ownership = String(first.ownership);
  expect(ownership).toMatch(/^fcaowns_/);
  const owners = await accounts.listOwners(id, { ownership });
  expect(owners.data.map(({ name }) => name)).toEqual(['Jenny Rosen', 'Jordan Rosen', 'Rosen Rides LLC']);
  expect(owners.data[1]).toEqual({
    id: expect.stringMatching(/^fcaown_/),
    object: 'financial_connections.account_owner',
    email: null,
    name: 'Jordan Rosen',
    ownership,
    phone: '+15555550101',
    raw_address: '510 Townsend St, San Francisco, CA 94103',
    refreshed_at: expect.any(Number),
  });
  const expanded = await accounts.retrieve(id, { expand: ['ownership'] });
  expect(expanded.ownership).toMatchObject({ id: ownership, object: 'financial_connections.account_ownership' });
  await all.advance(60);
  await refresh(all, id, 'ownership');
  await all.advance(1);
  const second = await all.read(id);
  expect(second.ownership).not.toBe(ownership);
  expect((await accounts.listOwners(id, { ownership, limit: 1 })).has_more).toBe(true);
  const other = await all.one({ prefetch: ['ownership'] });
  await all.advance(1);
  await expect(accounts.listOwners(other.id, { ownership })).rejects.toMatchObject({ code: 'resource_missing' });
});

test('subscribed transactions are refreshed at once and every day, until they no longer are', async () => {
  const all = await bank();
  const { accounts } = all.sdk.financialConnections;
  const { id } = await all.one();
  const features: ['transactions'] = ['transactions'];
  expect(await accounts.subscribe(id, { features })).toMatchObject({
    subscriptions: ['transactions'],
    transaction_refresh: { status: 'pending' },
  });
  const count = async () => (await all.told()).filter((type) => type === 'refreshed_transactions').length;
  await all.advance(1);
  expect(await count()).toBe(1);
  await all.advance(3 * 86_400);
  expect(await count()).toBe(4);
  expect((await accounts.unsubscribe(id, { features })).subscriptions).toEqual([]);
  await all.advance(3 * 86_400);
  expect(await count()).toBe(4);
});

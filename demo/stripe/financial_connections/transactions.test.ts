import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { type Bank, bank } from '../testing/bank.ts';

const DAY = 86_400;

async function linked(order?: object) {
  const all = await bank();
  const { id, created } = await all.one({ prefetch: ['transactions'] }, order);
  await all.advance(1);
  return { ...all, id, created };
}

/** All of an account, newest first, by the SDK's own paging. */
function every({ sdk }: Bank, id: string, params: Partial<Stripe.FinancialConnections.TransactionListParams> = {}) {
  return sdk.financialConnections.transactions
    .list({ account: id, limit: 100, ...params })
    .autoPagingToArray({ limit: 10_000 });
}

async function again(all: Awaited<ReturnType<typeof linked>>, after = 60) {
  await all.advance(after);
  await all.sdk.financialConnections.accounts.refresh(all.id, { features: ['transactions'] });
  await all.advance(1);
}

test('before a refresh has succeeded there are none to read', async () => {
  const { sdk, one } = await bank();
  const { id } = await one();
  await expect(sdk.financialConnections.transactions.list({ account: id })).rejects.toMatchObject({
    statusCode: 400,
    code: 'financial_connections_no_successful_transaction_refresh',
  });
});

test('half a year of a checking account: newest first, salary twice a month, rent, small things, some still pending', async () => {
  const all = await linked();
  const found = await every(all, all.id);
  const times = found.map((transaction) => transaction.transacted_at);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect(Math.min(...times)).toBeGreaterThan(all.created - 180 * DAY);
  expect(Math.min(...times)).toBeLessThan(all.created - 170 * DAY);
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  const counted = (text: string) => found.filter(({ description }) => description.includes(text)).length;
  expect(counted('PAYROLL')).toBeGreaterThanOrEqual(11);
  expect(counted('RENT')).toBeGreaterThanOrEqual(5);
  expect(counted('COFFEE')).toBeGreaterThan(10);
  expect(found.every(({ amount }) => Number.isInteger(amount) && amount !== 0)).toBe(true);
  const pending = found.filter(({ status }) => status === 'pending');
  expect(pending.length).toBeGreaterThanOrEqual(3);
  expect(found.slice(0, pending.length)).toEqual(pending);
  expect(found.at(-1)).toEqual({
    id: expect.stringMatching(/^fctxn_/),
    object: 'financial_connections.transaction',
    account: all.id,
    amount: expect.any(Number),
    currency: 'usd',
    description: expect.any(String),
    livemode: false,
    status: 'posted',
    status_transitions: { posted_at: expect.any(Number), void_at: null },
    transacted_at: expect.any(Number),
    transaction_refresh: expect.stringMatching(/^fctxnref_/),
    updated: expect.any(Number),
  });
});

test('the next refresh posts what was pending, undoes one, and keeps every id', async () => {
  const all = await linked();
  const before = await every(all, all.id);
  const pending = before.filter(({ status }) => status === 'pending').map(({ id }) => id);
  await again(all);
  const after = await every(all, all.id);
  const settled = after.filter(({ id }) => pending.includes(id));
  expect(settled.map(({ id }) => id)).toEqual(pending);
  expect(settled.filter(({ status }) => status === 'void')).toHaveLength(1);
  for (const transaction of settled) {
    const earlier = before.find(({ id }) => id === transaction.id);
    expect(transaction.updated).toBeGreaterThan(earlier?.updated ?? 0);
    const { posted_at, void_at } = transaction.status_transitions;
    expect([posted_at, void_at].filter((at) => at !== null)).toEqual([transaction.updated]);
  }
});

test('only what is new or changed since a refresh can be asked for', async () => {
  const all = await linked();
  const first = (await all.read(all.id)).transaction_refresh?.id ?? '';
  const pending = (await every(all, all.id)).filter(({ status }) => status === 'pending').length;
  expect(await every(all, all.id, { transaction_refresh: { after: first } })).toEqual([]);
  await again(all, 5 * DAY);
  const changed = await every(all, all.id, { transaction_refresh: { after: first } });
  const latest = (await all.read(all.id)).transaction_refresh?.id;
  expect(changed.length).toBeGreaterThan(pending);
  expect(new Set(changed.map((transaction) => transaction.transaction_refresh))).toEqual(new Set([latest]));
  await expect(
    all.sdk.financialConnections.transactions.list({ account: all.id, transaction_refresh: { after: 'fctxnref_no' } }),
  ).rejects.toMatchObject({ code: 'resource_missing', param: 'transaction_refresh[after]' });
});

test('a refresh that failed changes no transaction', async () => {
  const all = await linked();
  const before = await every(all, all.id);
  await all.order(all.id, { next_refresh: 'failed' });
  await again(all);
  expect((await all.read(all.id)).transaction_refresh?.status).toBe('failed');
  expect(await every(all, all.id)).toEqual(before);
});

test('they are filtered by when they happened, and read one by one', async () => {
  const all = await linked();
  const found = await every(all, all.id);
  const from = all.created - 30 * DAY;
  const to = all.created - 20 * DAY;
  expect(await every(all, all.id, { transacted_at: { gte: from, lt: to } })).toEqual(
    found.filter(({ transacted_at: at }) => at >= from && at < to),
  );
  const { transactions } = all.sdk.financialConnections;
  expect(await transactions.retrieve(found[0]?.id ?? '')).toEqual(found[0]);
  await expect(transactions.retrieve('fctxn_nope')).rejects.toMatchObject({ statusCode: 404 });
});

test('thousands can be had, as of a new refresh', async () => {
  const all = await linked();
  const before = (await all.read(all.id)).transaction_refresh?.id;
  await all.order(all.id, { transactions: 5000 });
  const found = await every(all, all.id);
  expect(found).toHaveLength(5000);
  expect(new Set(found.map(({ id }) => id)).size).toBe(5000);
  const refresh = (await all.read(all.id)).transaction_refresh;
  expect(refresh).toMatchObject({ status: 'succeeded' });
  expect(refresh?.id).not.toBe(before);
});

test('an account of yen and one of dinars have whole minor units of theirs', async () => {
  const all = await bank();
  const institution = 'Bank (OAuth)';
  const accounts = ['Yen Savings', 'Dinar Savings'];
  const [yen, dinars] = await all.link({ prefetch: ['balances', 'transactions'] }, { institution, accounts });
  await all.advance(1);
  expect((await all.read(yen?.id ?? '')).balance?.current).toEqual({ jpy: 845_200 });
  expect((await all.read(dinars?.id ?? '')).balance?.current).toEqual({ kwd: 1_234_567 });
  for (const [account, currency] of [[yen, 'jpy'] as const, [dinars, 'kwd'] as const]) {
    const found = await every(all, account?.id ?? '');
    expect(found.length).toBeGreaterThan(5);
    expect(found.every((transaction) => transaction.currency === currency)).toBe(true);
    expect(found.every(({ amount }) => Number.isInteger(amount))).toBe(true);
  }
});

test('the parameter account is required, and names an account that exists', async () => {
  const { raw } = await bank();
  const missing = await raw('/v1/financial_connections/transactions');
  expect((await missing.json()).error).toMatchObject({ code: 'parameter_missing', param: 'account' });
  const unknown = await raw('/v1/financial_connections/transactions?account=fca_nope');
  expect((await unknown.json()).error).toMatchObject({ code: 'resource_missing', param: 'account' });
});

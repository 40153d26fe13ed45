import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { DAY, merchants } from '../testing/merchant.ts';
import { CUSTOM, EXPRESS } from '../testing/stand.ts';

async function paidMerchant(params: Stripe.AccountCreateParams = EXPRESS) {
  const all = await merchants();
  const account = await all.merchant(params);
  await all.sell(account, 5000, { source: 'tok_bypassPending' });
  const options = { stripeAccount: account };
  const before = (await all.told()).connect.length;
  return {
    ...all,
    account,
    options,
    since: async () => (await all.told()).connect.slice(before),
    read: (id: string) => all.sdk.payouts.retrieve(id, {}, options),
  };
}

test('a payout arrives a day later, and is told of where accounts are listened to', async () => {
  const { sdk, options, since, read, advance, told } = await paidMerchant();
  const payout = await sdk.payouts.create({ amount: 2000, currency: 'usd', metadata: { week: '7' } }, options);
  expect(payout).toMatchObject({
    object: 'payout',
    amount: 2000,
    arrival_date: payout.created + DAY,
    automatic: false,
    destination: expect.stringMatching(/^ba_/),
    metadata: { week: '7' },
    status: 'pending',
    type: 'bank_account',
  });
  await advance(DAY - 1);
  expect((await read(payout.id)).status).toBe('pending');
  await advance(1);
  expect((await read(payout.id)).status).toBe('paid');
  expect(await since()).toEqual(['payout.created', 'payout.paid']);
  expect((await told()).platform).toEqual([]);
  await expect(sdk.payouts.retrieve(payout.id)).rejects.toMatchObject({ statusCode: 404 });
});

test('a bank that refuses sends the money back', async () => {
  const { sdk, account, options, since, read, advance, has } = await paidMerchant(CUSTOM);
  await sdk.accounts.update(account, {
    external_account: {
      object: 'bank_account',
      country: 'US',
      currency: 'usd',
      routing_number: '110000000',
      account_number: '000111111116',
    },
  });
  const { id } = await sdk.payouts.create({ amount: 5000, currency: 'usd' }, options);
  await advance(DAY);
  expect(await read(id)).toMatchObject({
    status: 'failed',
    failure_code: 'no_account',
    failure_balance_transaction: expect.stringMatching(/^txn_/),
  });
  expect((await since()).filter((type) => type.startsWith('payout.'))).toEqual(['payout.created', 'payout.failed']);
  expect(await has(account)).toEqual({ available: 5000, pending: 0 });
});

test('a payout can be called back while it is pending, and no longer', async () => {
  const { sdk, account, options, since, read, advance, has } = await paidMerchant();
  const { id } = await sdk.payouts.create({ amount: 5000, currency: 'usd' }, options);
  expect(await sdk.payouts.cancel(id, {}, options)).toMatchObject({ status: 'canceled' });
  expect(await has(account)).toEqual({ available: 5000, pending: 0 });
  await expect(sdk.payouts.cancel(id, {}, options)).rejects.toThrow('this one is canceled');
  await advance(DAY);
  expect((await read(id)).status).toBe('canceled');
  expect(await since()).toEqual(['payout.created', 'payout.canceled']);
});

test.each([
  [{ amount: 5001, currency: 'usd' }, { code: 'balance_insufficient' }],
  [{ amount: 0, currency: 'usd' }, { param: 'amount' }],
  [{ amount: 100, currency: 'eur' }, { param: 'currency' }],
  [{ amount: 100, currency: 'usd', method: 'instant' }, { code: 'instant_payouts_unsupported' }],
  [
    { amount: 100, currency: 'usd', destination: 'ba_nope' },
    { code: 'resource_missing', param: 'destination' },
  ],
])('a payout of %o is refused', async (params, error) => {
  const { sdk, options, since } = await paidMerchant();
  await expect(sdk.payouts.create(params, options)).rejects.toMatchObject({ statusCode: 400, ...error });
  expect(await since()).toEqual([]);
});

test('an account whose payouts are not enabled gets none', async () => {
  const { sdk, account, options, control } = await paidMerchant();
  await control('account', { account, scenario: 'restricted' });
  await expect(sdk.payouts.create({ amount: 100, currency: 'usd' }, options)).rejects.toMatchObject({
    code: 'payouts_not_allowed',
  });
});

test('payouts are listed by status and updated', async () => {
  const { sdk, options, since } = await paidMerchant();
  const first = await sdk.payouts.create({ amount: 1000, currency: 'usd' }, options);
  const second = await sdk.payouts.create({ amount: 500, currency: 'usd' }, options);
  await sdk.payouts.cancel(first.id, {}, options);
  const pending = await sdk.payouts.list({ status: 'pending', expand: ['data.balance_transaction'] }, options);
  expect(pending.data).toMatchObject([{ id: second.id, balance_transaction: { amount: -500, type: 'payout' } }]);
  expect(await sdk.payouts.update(second.id, { metadata: { a: '1' } }, options)).toMatchObject({
    metadata: { a: '1' },
  });
  expect((await since()).at(-1)).toBe('payout.updated');
});

test('the control pays all an account has, pending money included, or lets its bank refuse', async () => {
  const { sdk, account, options, sell, has, control, since } = await paidMerchant();
  await sell(account, 300);
  const failed = await (await control('payouts', { account, do: 'fail' })).json();
  expect(failed).toMatchObject({ amount: 5300, status: 'failed', failure_code: 'account_closed', automatic: true });
  const paid = await (await control('payouts', { account, do: 'pay' })).json();
  expect(paid).toMatchObject({ amount: 5300, status: 'paid' });
  expect(await has(account)).toEqual({ available: 0, pending: 0 });
  expect((await since()).filter((type) => type.startsWith('payout.'))).toEqual([
    'payout.created',
    'payout.failed',
    'payout.created',
    'payout.paid',
  ]);
  expect((await sdk.payouts.list({}, options)).data).toHaveLength(2);
  const nothing = await control('payouts', { account, do: 'pay' });
  expect(nothing.status).toBe(400);
  expect((await nothing.json()).error.message).toContain('nothing to pay out');
});

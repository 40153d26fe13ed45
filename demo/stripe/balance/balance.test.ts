import { expect, test } from 'vitest';
import { DAY, merchants, STANDARD } from '../testing/merchant.ts';
import { CUSTOM } from '../testing/stand.ts';

test('a balance is what charges, refunds, fees and payouts have left, through two days of waiting', async () => {
  const { sdk, merchant, sell, has, advance, told } = await merchants();
  const account = await merchant();
  const stripeAccount = account;
  expect(await has(account)).toEqual({ available: 0, pending: 0 });
  const first = await sell(account, 5000, { application_fee_amount: 500 });
  expect(await has(account)).toEqual({ available: 0, pending: 4500 });
  await sdk.refunds.create({ charge: first.id, amount: 1000 }, { stripeAccount });
  expect(await has(account)).toEqual({ available: 0, pending: 3500 });
  await advance(DAY);
  await sell(account, 2000);
  await advance(DAY);
  expect(await has(account)).toEqual({ available: 3500, pending: 2000 });
  await sdk.payouts.create({ amount: 3000, currency: 'usd' }, { stripeAccount });
  expect(await has(account)).toEqual({ available: 500, pending: 2000 });
  await advance(DAY);
  expect(await has(account)).toEqual({ available: 2500, pending: 0 });
  await sdk.refunds.create({ charge: first.id }, { stripeAccount });
  expect(await has(account)).toEqual({ available: -1500, pending: 0 });
  const list = await sdk.balanceTransactions.list({}, { stripeAccount });
  expect(list.data.map(({ type, net, status }) => [type, net, status])).toEqual([
    ['refund', -4000, 'available'],
    ['payout', -3000, 'available'],
    ['charge', 2000, 'available'],
    ['refund', -1000, 'available'],
    ['charge', 4500, 'available'],
  ]);
  expect((await told()).connect.filter((type) => type === 'balance.available')).toHaveLength(2);
});

test('an account that pays Stripe itself pays 2.9 % and 30, besides what the platform takes', async () => {
  const { sdk, merchant, sell, has } = await merchants();
  const account = await merchant(STANDARD);
  const charge = await sell(account, 10_000, { application_fee_amount: 100 });
  const expand = ['balance_transaction'];
  const { balance_transaction: entry } = await sdk.charges.retrieve(charge.id, { expand }, { stripeAccount: account });
  expect(entry).toMatchObject({
    amount: 10_000,
    fee: 420,
    fee_details: [
      { amount: 320, application: null, type: 'stripe_fee' },
      { amount: 100, application: 'ca_demo', type: 'application_fee' },
    ],
    net: 9580,
  });
  expect(await has(account)).toEqual({ available: 0, pending: 9580 });
  expect(await has()).toEqual({ available: 0, pending: 100 });
});

test('each account has its own balance, and movements cannot be read from another', async () => {
  const { sdk, merchant, sell, has } = await merchants();
  const [one, other] = [await merchant(), await merchant(CUSTOM)];
  const charge = await sell(one, 700);
  expect(await has(other)).toEqual({ available: 0, pending: 0 });
  expect(await has()).toEqual({ available: 0, pending: 0 });
  const id = String(charge.balance_transaction);
  expect(await sdk.balanceTransactions.retrieve(id, {}, { stripeAccount: one })).toMatchObject({
    source: charge.id,
    status: 'pending',
  });
  for (const options of [{ stripeAccount: other }, {}])
    await expect(sdk.balanceTransactions.retrieve(id, {}, options)).rejects.toMatchObject({ statusCode: 404 });
  expect((await sdk.balanceTransactions.list({}, { stripeAccount: other })).data).toEqual([]);
});

test('a chargeback takes the money and its fee', async () => {
  const { sdk, merchant, sell, has } = await merchants();
  const account = await merchant();
  await sell(account, 8000, { source: 'tok_createDispute' });
  expect(await has(account)).toEqual({ available: -9500, pending: 8000 });
  const options = { stripeAccount: account };
  const [dispute] = (await sdk.disputes.list({}, options)).data;
  expect((await sdk.balanceTransactions.list({ source: dispute?.id ?? '' }, options)).data).toMatchObject([
    { type: 'adjustment', net: -9500 },
  ]);
});

test('money of the card that bypasses pending can be paid out at once', async () => {
  const { merchant, sell, has, told } = await merchants();
  const account = await merchant();
  await sell(account, 900, { source: 'tok_bypassPending' });
  expect(await has(account)).toEqual({ available: 900, pending: 0 });
  expect((await told()).connect).toContain('balance.available');
});

test('currencies are kept apart, that of the account first', async () => {
  const { sdk, merchant, sell } = await merchants();
  const account = await merchant();
  await sell(account, 900, { currency: 'eur' });
  const { pending } = await sdk.balance.retrieve({}, { stripeAccount: account });
  expect(pending.map(({ amount, currency }) => [currency, amount])).toEqual([
    ['usd', 0],
    ['eur', 900],
  ]);
});

import { expect, test } from 'vitest';
import { merchants } from '../testing/merchant.ts';

test('the fee of a direct charge belongs to the platform, and is told of there alone', async () => {
  const { sdk, merchant, sell, told } = await merchants();
  const account = await merchant();
  const stripeAccount = account;
  const charge = await sell(account, 5000, { application_fee_amount: 250 });
  const fee = await sdk.applicationFees.retrieve(String(charge.application_fee));
  expect(fee).toMatchObject({
    object: 'application_fee',
    account,
    amount: 250,
    amount_refunded: 0,
    application: 'ca_demo',
    charge: charge.id,
    currency: 'usd',
    fee_source: { charge: charge.id, type: 'charge' },
    refunded: false,
    refunds: { object: 'list', data: [] },
  });
  const { platform, connect } = await told();
  expect(platform).toEqual(['application_fee.created']);
  expect(connect).toContain('charge.succeeded');
  expect(connect).not.toContain('application_fee.created');
  await expect(sdk.applicationFees.retrieve(fee.id, {}, { stripeAccount })).rejects.toMatchObject({ statusCode: 404 });
  const expanded = await sdk.charges.retrieve(
    charge.id,
    { expand: ['application_fee', 'balance_transaction'] },
    { stripeAccount },
  );
  expect(expanded).toMatchObject({
    application_fee: { id: fee.id, amount: 250 },
    balance_transaction: { amount: 5000, fee: 250, net: 4750, source: charge.id },
  });
});

test('fees are found by their charge', async () => {
  const { sdk, merchant, sell } = await merchants();
  const account = await merchant();
  const first = await sell(account, 5000, { application_fee_amount: 250 });
  await sell(account, 6000, { application_fee_amount: 300 });
  await sell(account, 7000);
  expect((await sdk.applicationFees.list()).data.map((fee) => fee.amount)).toEqual([300, 250]);
  expect((await sdk.applicationFees.list({ charge: first.id })).data.map((fee) => fee.amount)).toEqual([250]);
  expect((await sdk.applicationFees.list({ limit: 1 })).has_more).toBe(true);
});

test('a refund leaves the fee with the platform unless it says otherwise', async () => {
  const { sdk, merchant, sell, told, has } = await merchants();
  const account = await merchant();
  const stripeAccount = account;
  const charge = await sell(account, 1000, { application_fee_amount: 100 });
  await sdk.refunds.create({ charge: charge.id, amount: 300 }, { stripeAccount });
  expect(await has()).toEqual({ available: 0, pending: 100 });
  await sdk.refunds.create({ charge: charge.id, amount: 500, refund_application_fee: true }, { stripeAccount });
  const fee = await sdk.applicationFees.retrieve(String(charge.application_fee), { expand: ['refunds.data.fee'] });
  expect(fee).toMatchObject({ amount_refunded: 50, refunded: false, refunds: { data: [{ amount: 50 }] } });
  expect((await told()).platform).toEqual(['application_fee.created', 'application_fee.refunded']);
  expect(await has()).toEqual({ available: 0, pending: 50 });
  expect(await has(account)).toEqual({ available: 0, pending: 1000 - 100 - 300 - 500 + 50 });
});

test('the platform gives a fee back on its own, in parts and no further than it goes', async () => {
  const { sdk, merchant, sell, has } = await merchants();
  const account = await merchant();
  const id = String((await sell(account, 1000, { application_fee_amount: 100 })).application_fee);
  const refund = await sdk.applicationFees.createRefund(id, { amount: 30, metadata: { why: 'sorry' } });
  expect(refund).toMatchObject({ object: 'fee_refund', amount: 30, fee: id, metadata: { why: 'sorry' } });
  await expect(sdk.applicationFees.createRefund(id, { amount: 71 })).rejects.toMatchObject({ param: 'amount' });
  expect(await sdk.applicationFees.updateRefund(id, refund.id, { metadata: { why: '' } })).toMatchObject({
    metadata: {},
  });
  await sdk.applicationFees.createRefund(id);
  expect(await sdk.applicationFees.retrieve(id)).toMatchObject({ amount_refunded: 100, refunded: true });
  expect((await sdk.applicationFees.listRefunds(id)).data.map(({ amount }) => amount)).toEqual([70, 30]);
  await expect(sdk.applicationFees.createRefund(id)).rejects.toThrow('already been refunded');
  expect(await has()).toEqual({ available: 0, pending: 0 });
  expect(await has(account)).toEqual({ available: 0, pending: 1000 });
});

test('a fee is never more than what was captured, and none is taken of what was only held', async () => {
  const { sdk, merchant, sell } = await merchants();
  const account = await merchant();
  const held = await sell(account, 1000, { application_fee_amount: 400, capture: false });
  expect(held).toMatchObject({ application_fee: null, application_fee_amount: 400 });
  expect((await sdk.applicationFees.list()).data).toEqual([]);
  await sdk.charges.capture(held.id, { amount: 300 }, { stripeAccount: account });
  expect((await sdk.applicationFees.list()).data).toMatchObject([{ amount: 300, charge: held.id }]);
});

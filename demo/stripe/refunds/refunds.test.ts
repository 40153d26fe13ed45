import { expect, test } from 'vitest';
import { cashapp } from '../testing/cashapp.ts';

test('a charge is given back in parts, and no further than it goes', async () => {
  const { sdk, saved, charge, told } = await cashapp();
  const paid = await charge(await saved());
  const before = (await told()).length;
  const first = await sdk.refunds.create({ payment_intent: paid.id, amount: 1000, reason: 'requested_by_customer' });
  expect(first).toMatchObject({
    object: 'refund',
    amount: 1000,
    charge: paid.latest_charge,
    payment_intent: paid.id,
    reason: 'requested_by_customer',
    status: 'succeeded',
  });
  await expect(sdk.refunds.create({ payment_intent: paid.id, amount: 1501 })).rejects.toMatchObject({
    param: 'amount',
  });
  await sdk.refunds.create({ charge: String(paid.latest_charge) });
  expect(await sdk.charges.retrieve(String(paid.latest_charge))).toMatchObject({
    amount_refunded: 2500,
    refunded: true,
  });
  await expect(sdk.refunds.create({ payment_intent: paid.id })).rejects.toMatchObject({
    code: 'charge_already_refunded',
  });
  expect((await told()).slice(before)).toEqual([
    'refund.created',
    'charge.refunded',
    'refund.created',
    'charge.refunded',
  ]);
  expect((await sdk.refunds.list({ payment_intent: paid.id })).data).toHaveLength(2);
  expect(await sdk.refunds.retrieve(first.id, { expand: ['charge'] })).toMatchObject({ charge: { object: 'charge' } });
});

test('Cash App gives nothing back after 90 days', async () => {
  const { sdk, saved, charge, advance } = await cashapp();
  const paid = await charge(await saved());
  await advance(90 * 24 * 60 * 60 + 1);
  await expect(sdk.refunds.create({ payment_intent: paid.id })).rejects.toThrow('90 days');
});

test.each([
  [{}, { code: 'parameter_missing' }],
  [{ charge: 'ch_nope' }, { code: 'resource_missing', param: 'charge' }],
  [{ payment_intent: 'pi_nope' }, { code: 'resource_missing', param: 'payment_intent' }],
  [{ charge: 'ch_1', payment_intent: 'pi_1' }, { code: 'parameters_exclusive' }],
])('a refund of %o is refused', async (params, error) => {
  const { sdk } = await cashapp();
  await expect(sdk.refunds.create(params)).rejects.toMatchObject({ statusCode: 400, ...error });
});

test('an intent that was not paid has nothing to give back', async () => {
  const { sdk } = await cashapp();
  const { id } = await sdk.paymentIntents.create({ amount: 900, currency: 'usd' });
  await expect(sdk.refunds.create({ payment_intent: id })).rejects.toThrow('does not have a successful charge');
});

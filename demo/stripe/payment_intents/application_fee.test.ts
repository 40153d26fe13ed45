import { expect, test } from 'vitest';
import { merchants } from '../testing/merchant.ts';

const SALE = { amount: 1000, currency: 'usd', payment_method: 'pm_card_visa', confirm: true } as const;

test('a platform keeps its fee of a direct payment, and has it from itself never', async () => {
  const { sdk, merchant, told } = await merchants();
  const on = { stripeAccount: await merchant() };
  const paid = await sdk.paymentIntents.create(
    { ...SALE, application_fee_amount: 250, expand: ['latest_charge.application_fee'] },
    on,
  );
  expect(paid).toMatchObject({
    application: 'ca_demo',
    application_fee_amount: 250,
    latest_charge: { application_fee: { amount: 250, account: on.stripeAccount }, application_fee_amount: 250 },
  });
  expect((await told()).platform).toContain('application_fee.created');
  const refusal = { statusCode: 400, param: 'application_fee_amount' };
  await expect(sdk.paymentIntents.create({ ...SALE, application_fee_amount: 250 })).rejects.toMatchObject(refusal);
  for (const application_fee_amount of [0, 1001]) {
    await expect(sdk.paymentIntents.create({ ...SALE, application_fee_amount }, on)).rejects.toMatchObject(refusal);
    await expect(
      sdk.charges.create({ amount: 1000, currency: 'usd', source: 'tok_visa', application_fee_amount }, on),
    ).rejects.toMatchObject(refusal);
  }
});

test('what is captured of a held payment brings the fee that is asked for then', async () => {
  const { sdk, merchant } = await merchants();
  const on = { stripeAccount: await merchant() };
  const held = await sdk.paymentIntents.create({ ...SALE, capture_method: 'manual', application_fee_amount: 250 }, on);
  expect((await sdk.applicationFees.list()).data).toEqual([]);
  await expect(
    sdk.paymentIntents.capture(held.id, { amount_to_capture: 400, application_fee_amount: 401 }, on),
  ).rejects.toMatchObject({ param: 'application_fee_amount' });
  await sdk.paymentIntents.capture(held.id, { amount_to_capture: 400, application_fee_amount: 40 }, on);
  expect((await sdk.applicationFees.list()).data).toMatchObject([{ amount: 40, account: on.stripeAccount }]);
});

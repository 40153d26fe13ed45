import { expect, test } from 'vitest';
import { cashapp } from '../testing/cashapp.ts';

test('a token is charged, held and captured later, or declined', async () => {
  const { sdk, told } = await cashapp();
  const charge = (source: string, more = {}) => sdk.charges.create({ amount: 700, currency: 'usd', source, ...more });
  expect(await charge('tok_visa')).toMatchObject({
    object: 'charge',
    status: 'succeeded',
    captured: true,
    balance_transaction: expect.stringMatching(/^txn_/),
    payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
  });
  const held = await charge('tok_mastercard', { capture: false });
  expect(held).toMatchObject({ captured: false, amount_captured: 0, balance_transaction: null });
  await expect(sdk.charges.capture(held.id, { amount: 701 })).rejects.toMatchObject({ code: 'amount_too_large' });
  expect(await sdk.charges.capture(held.id, { amount: 500 })).toMatchObject({ captured: true, amount_captured: 500 });
  await expect(sdk.charges.capture(held.id)).rejects.toMatchObject({ code: 'charge_already_captured' });
  await expect(charge('tok_chargeDeclinedInsufficientFunds')).rejects.toMatchObject({
    statusCode: 402,
    decline_code: 'insufficient_funds',
  });
  await expect(charge('tok_nope')).rejects.toMatchObject({ code: 'resource_missing', param: 'source' });
  expect(await told()).toEqual(['charge.succeeded', 'charge.succeeded', 'charge.captured', 'charge.failed']);
});

test('charges are updated, and found by their intent', async () => {
  const { sdk, saved, charge } = await cashapp();
  const { id } = await charge(await saved());
  await sdk.charges.create({ amount: 700, currency: 'usd', source: 'tok_visa' });
  const [found, ...none] = (await sdk.charges.list({ payment_intent: id })).data;
  expect(none).toEqual([]);
  expect(await sdk.charges.update(found?.id ?? '', { metadata: { a: '1' } })).toMatchObject({ metadata: { a: '1' } });
});

import { expect, test } from 'vitest';
import { shop } from '../testing/checkout.ts';
import { DAY } from '../testing/merchant.ts';

const DELAYED = [
  'payment_intent.created',
  'charge.pending',
  'payment_intent.processing',
  'checkout.session.completed',
] as const;

test.each([['the clock'], ['order']])('a debit that pays is paid days later, by %s', async (by) => {
  const { sdk, on, session, order, read, advance, heard } = await shop();
  const { id } = await session();
  await order(id, 'debit');
  expect(await read(id)).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
  expect(await heard()).toEqual(DELAYED);
  await advance(4 * DAY - 1);
  expect(await read(id)).toMatchObject({ payment_status: 'unpaid' });
  await (by === 'order' ? order(id, 'settle') : advance(1));
  const paid = await sdk.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] }, on);
  expect(paid).toMatchObject({
    payment_status: 'paid',
    payment_intent: {
      status: 'succeeded',
      latest_charge: {
        application_fee: expect.stringMatching(/^fee_/),
        payment_method_details: { type: 'us_bank_account', us_bank_account: { last4: '6789' } },
      },
    },
  });
  await advance(DAY);
  expect(await heard()).toEqual([
    ...DELAYED,
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.async_payment_succeeded',
  ]);
});

test.each([['the clock'], ['order']])('a debit that fails is never paid, as %s finds out', async (by) => {
  const { sdk, on, session, order, advance, heard, told } = await shop();
  const { id } = await session();
  await order(id, 'debit_fails');
  await (by === 'order' ? order(id, 'settle') : advance(4 * DAY));
  const failed = await sdk.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] }, on);
  expect(failed).toMatchObject({
    status: 'complete',
    payment_status: 'unpaid',
    payment_intent: {
      last_payment_error: { code: 'no_account' },
      latest_charge: { application_fee: null, failure_code: 'no_account', paid: false, status: 'failed' },
      status: 'requires_payment_method',
    },
  });
  await advance(10 * DAY);
  expect(await heard()).toEqual([
    ...DELAYED,
    'charge.failed',
    'payment_intent.payment_failed',
    'checkout.session.async_payment_failed',
  ]);
  expect((await told()).platform).not.toContain('application_fee.created');
  expect((await order(id, 'settle')).status).toBe(400);
});

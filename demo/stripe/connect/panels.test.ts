import { expect, test } from 'vitest';
import { embedded } from '../testing/embedded.ts';
import { DAY } from '../testing/merchant.ts';
import { CUSTOM } from '../testing/stand.ts';

const PAYOUTS = { payouts: { enabled: true, features: { standard_payouts: true } } };

test('a person who was let in has everything paid out', async () => {
  const { session, ask, letIn, sell, account, told, advance } = await embedded();
  await sell(account, 5000);
  const secret = await session(PAYOUTS);
  const pending = await ask('panels/payouts', secret);
  expect(pending.body).toMatchObject({
    authenticates: true,
    shown: { payable: null, payouts: [], pending: [{ amount: 5000, currency: 'usd' }] },
  });
  await advance(2 * DAY);
  const again = await session(PAYOUTS);
  const { body } = await ask('panels/payouts', again);
  expect(body.shown).toMatchObject({ payable: { amount: 5000, currency: 'usd' }, bank: { last4: '6789' } });
  expect(await ask('panels/payouts/pay', again)).toMatchObject({
    status: 403,
    body: { error: { code: 'authentication_required' } },
  });
  expect((await letIn(body.window)).status).toBe(200);
  const paid = await ask('panels/payouts/pay', again, { authentication: body.window, amount: '5000' });
  expect(paid.body.shown).toMatchObject({ payable: null, payouts: [{ amount: 5000, status: 'pending' }] });
  expect((await told()).connect).toContain('payout.created');
});

test('nobody is paid out who may not be', async () => {
  const { session, ask, letIn, sell, account } = await embedded();
  await sell(account, 900, { source: 'tok_bypassPending' });
  const secret = await session({ payouts: { enabled: true } });
  const { body } = await ask('panels/payouts', secret);
  expect(body.shown.payable).toBeNull();
  await letIn(body.window);
  expect((await ask('panels/payouts/pay', secret, { authentication: body.window })).status).toBe(400);
});

test('whoever declines is not let in, and the window of one account opens no other', async () => {
  const { session, ask, letIn, merchant } = await embedded();
  const [one, other] = [await session(PAYOUTS), await session(PAYOUTS, await merchant())];
  const { window } = (await ask('panels/payouts', one)).body;
  await letIn(window, 'cancel');
  expect((await ask(`windows/${window}`, one)).body.status).toBe('declined');
  expect((await ask('panels/payouts/pay', one, { authentication: window })).status).toBe(403);
  expect((await letIn(window)).status).toBe(404);
  const next = (await ask('panels/payouts', one)).body.window;
  await letIn(next);
  expect((await ask(`windows/${next}`, other)).status).toBe(404);
  expect((await ask('panels/payouts/pay', other, { authentication: next })).status).toBe(403);
});

test('payments are shown as they stand, and given back', async () => {
  const { sdk, session, ask, sell, account } = await embedded();
  const options = { stripeAccount: account };
  const [first, second] = [await sell(account, 1000, { description: 'A ride' }), await sell(account, 2000)];
  await sdk.refunds.create({ charge: first.id, amount: 400 }, options);
  await sell(account, 3000, { source: 'tok_createDispute' });
  await expect(sell(account, 4000, { source: 'tok_chargeDeclined' })).rejects.toThrow();
  await sell(account, 5000, { capture: false });
  const secret = await session({ payments: { enabled: true } });
  expect((await ask('panels/payments', secret)).body.shown.payments).toMatchObject([
    { amount: 5000, status: 'uncaptured', refundable: 0 },
    { amount: 4000, status: 'failed', refundable: 0 },
    { amount: 3000, status: 'disputed', refundable: 0 },
    { amount: 2000, status: 'succeeded', refundable: 2000, method: 'Visa •••• 4242' },
    { amount: 1000, status: 'partially_refunded', refunded: 400, refundable: 600, about: 'A ride' },
  ]);
  const given = await ask('panels/payments/refund', secret, { payment: second.id, amount: '500' });
  expect(given.status).toBe(200);
  await ask('panels/payments/refund', secret, { payment: first.id });
  expect((await sdk.refunds.list({}, options)).data.map(({ amount }) => amount)).toEqual([600, 500, 400]);
  expect((await ask('panels/payments/refund', secret, { payment: first.id })).body.error.code).toBe(
    'charge_already_refunded',
  );
  expect((await ask('panels/payments/refund', secret, { payment: 'ch_nope' })).status).toBe(400);
});

test('payments are not given back where the session does not allow it', async () => {
  const { session, ask, sell, account } = await embedded();
  const { id } = await sell(account, 1000);
  const secret = await session({ payments: { enabled: true, features: { refund_management: false } } });
  expect((await ask('panels/payments', secret)).body.shown.payments).toMatchObject([{ refundable: 0 }]);
  expect((await ask('panels/payments/refund', secret, { payment: id })).status).toBe(400);
});

test('a payment method that is switched on is a capability that is requested', async () => {
  const { sdk, session, ask, account } = await embedded(CUSTOM);
  const features = { disable_stripe_user_authentication: true };
  const secret = await session({ payment_method_settings: { enabled: true, features } });
  const change = (capability: string, on: boolean) =>
    ask('panels/payment_method_settings/change', secret, { capability, on: String(on) });
  const { methods } = (await change('cashapp_payments', true)).body.shown;
  expect(methods).toContainEqual(expect.objectContaining({ name: 'Cash App Pay', on: true, status: 'active' }));
  expect(methods).not.toContainEqual(expect.objectContaining({ name: 'SEPA Direct Debit' }));
  expect((await sdk.accounts.retrieve(account)).capabilities).toMatchObject({ cashapp_payments: 'active' });
  await change('cashapp_payments', false);
  expect((await sdk.accounts.retrieve(account)).capabilities).not.toHaveProperty('cashapp_payments');
  expect((await change('card_payments', false)).status).toBe(400);
  expect((await change('transfers', true)).status).toBe(400);
});

test('the banner tells what is due, and of money that did not arrive', async () => {
  const { session, ask, sell, account, control } = await embedded();
  const secret = await session({ notification_banner: { enabled: true } });
  const told = async () => (await ask('panels/notification_banner', secret)).body.shown.notifications;
  expect(await told()).toEqual([]);
  await control('account', { account, scenario: 'past_due' });
  expect(await told()).toMatchObject([{ about: 'past_due', action: true, window: true }]);
  await control('account', { account, scenario: 'pending_verification' });
  expect(await told()).toMatchObject([{ about: 'pending', action: false }]);
  await control('account', { account, scenario: 'rejected' });
  expect(await told()).toMatchObject([{ about: 'rejected' }]);
  await control('account', { account, scenario: 'enabled' });
  await sell(account, 3000, { source: 'tok_createDispute' });
  await sell(account, 9000);
  await control('payouts', { account, do: 'fail' });
  expect(await told()).toMatchObject([{ about: 'payout_failed' }, { about: 'disputed', deadline: expect.any(Number) }]);
});

import { expect, test } from 'vitest';
import { embedded } from '../testing/embedded.ts';
import { STANDARD } from '../testing/merchant.ts';
import { CUSTOM } from '../testing/stand.ts';

const PAYMENTS = { payments: { enabled: true } };

test('a secret opens what its session enables, and nothing else', async () => {
  const { session, ask } = await embedded();
  const secret = await session(PAYMENTS);
  expect(await ask('panels/payments', secret)).toMatchObject({ status: 200, body: { shown: { payments: [] } } });
  const refused = await ask('panels/payouts', secret);
  expect(refused).toMatchObject({ status: 400, body: { error: { type: 'invalid_request_error' } } });
  expect(refused.body.error.message).toContain('payouts is not enabled');
  expect((await ask('panels/nonsense', secret)).status).toBe(404);
});

test('a secret shows its own account alone', async () => {
  const { session, ask, merchant, sell } = await embedded();
  const other = await merchant();
  await sell(other, 700);
  expect((await ask('panels/payments', await session(PAYMENTS))).body.shown.payments).toEqual([]);
  expect((await ask('panels/payments', await session(PAYMENTS, other))).body.shown.payments).toHaveLength(1);
});

test('a secret is good for a quarter of an hour', async () => {
  const { session, ask, advance } = await embedded();
  const secret = await session(PAYMENTS);
  await advance(15 * 60 - 1);
  expect((await ask('panels/payments', secret)).status).toBe(200);
  await advance(1);
  expect(await ask('panels/payments', secret)).toMatchObject({
    status: 401,
    body: { error: { code: 'account_session_expired' } },
  });
});

test('sessions can be ended before their time', async () => {
  const { session, ask, account, merchant, control } = await embedded();
  const other = await merchant();
  const [secret, another] = [await session(PAYMENTS), await session(PAYMENTS, other)];
  expect(await (await control('account_sessions/expire', { account })).json()).toEqual({ expired: 1 });
  expect((await ask('panels/payments', secret)).status).toBe(401);
  expect((await ask('panels/payments', another)).status).toBe(200);
  expect(await (await control('account_sessions/expire')).json()).toEqual({ expired: 1 });
  expect((await ask('panels/payments', another)).status).toBe(401);
});

test.each([
  ['another platform', { key: 'pk_test_other' }],
  ['the other mode', { key: 'pk_live_demo' }],
  ['no key at all', { key: 'sk_test_demo' }],
  ['no session', { client_secret: 'accs_secret__nope' }],
])('a secret does not open anything with the key of %s', async (_, fields) => {
  const { session, ask } = await embedded();
  const { status, body } = await ask('panels/payments', await session(PAYMENTS), fields);
  expect(status).toBe(401);
  expect(body.error.code).toBeUndefined();
});

test('the platform loses what it could see with the account', async () => {
  const { session, ask, account, control } = await embedded();
  const secret = await session(PAYMENTS);
  await control('account', { account, scenario: 'deauthorized' });
  expect((await ask('panels/payments', secret)).body.error.code).toBe('account_invalid');
});

test('the page of any site may ask', async () => {
  const { raw } = await embedded();
  const response = await raw('/connect/panels/payments', {
    method: 'POST',
    headers: { Origin: 'https://shop.example' },
  });
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
});

test('who bears the losses decides what a merchant may do by default', async () => {
  const { sdk, account, merchant } = await embedded();
  const features = async (of: string) =>
    (await sdk.accountSessions.create({ account: of, components: { payouts: { enabled: true } } })).components.payouts
      .features;
  expect(await features(account)).toMatchObject({ standard_payouts: false, edit_payout_schedule: false });
  expect(await features(await merchant(STANDARD))).toMatchObject({
    standard_payouts: true,
    edit_payout_schedule: true,
  });
});

test('Stripe checks who is there unless the platform collects requirements itself', async () => {
  const { session, ask, merchant } = await embedded();
  const components = { payouts: { enabled: true, features: { disable_stripe_user_authentication: true } } };
  await expect(session(components)).rejects.toMatchObject({
    param: 'components[payouts][features][disable_stripe_user_authentication]',
  });
  await expect(
    session({ payouts: { enabled: true, features: { external_account_collection: false } } }),
  ).rejects.toMatchObject({ param: 'components[payouts][features][external_account_collection]' });
  const secret = await session(components, await merchant(CUSTOM));
  expect((await ask('panels/payouts', secret)).body.authenticates).toBe(false);
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountSession } from '../contract.ts';
import { callsOf, type Merchant, merchant } from '../testing/merchant.ts';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, PAGE, type World } from '../testing/world.ts';

let world: World;
let ada: Merchant;
beforeEach(async () => {
  world = await createWorld();
  ada = await merchant(world);
});

const ask = async (components: unknown, claims: Record<string, unknown> = {}) =>
  world.ask('/account_sessions', {
    body: { components },
    token: await world.token({ sub: 'ada', scope: ['embedded'], ...claims }),
  });
const last = () => callsOf(world, 'POST /v1/account_sessions')[0];

it('gives a page what opens components of the user’s own account, once', async () => {
  const response = await ask(['payouts', 'notification_banner']);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  const session: AccountSession = await response.json();
  expect(session).toEqual({
    object: 'account_session',
    client_secret: expect.stringMatching(/^accs_secret__/),
    publishable_key: 'pk_test_1234567890abcdef',
    expires_at: expect.any(Number),
    components: ['payouts', 'notification_banner'],
  });
  expect(last()?.body).toEqual({
    account: ada.account,
    components: { payouts: { enabled: 'true' }, notification_banner: { enabled: 'true' } },
  });
  expect(last()?.headers['idempotency-key']).toMatch(/^inlay-account-session-/);
  const again: AccountSession = await (await ask(['payouts', 'notification_banner'])).json();
  expect(again.client_secret).not.toBe(session.client_secret);
});

it('opens every component there is', async () => {
  const all = [
    'account_management',
    'account_onboarding',
    'balances',
    'documents',
    'notification_banner',
    'payment_method_settings',
    'payments',
    'payouts',
  ];
  expect((await ask(all)).status).toBe(200);
  const { components }: { components?: object } = last()?.body ?? {};
  expect(Object.keys(components ?? {}).toSorted()).toEqual(all);
});

it('lets each do what the site’s settings say, as Stripe takes it', async () => {
  const payouts = { instant_payouts: true, standard_payouts: true, edit_payout_schedule: false };
  const payments = { refund_management: false, capture_payments: false, dispute_management: false };
  world = await createWorld({ embedded: { features: { payouts, payments, documents: {} } } });
  ada = await merchant(world);
  expect((await ask(['payouts', 'documents', 'payments', 'balances'])).status).toBe(200);
  expect(last()?.body).toMatchObject({
    components: {
      payouts: {
        enabled: 'true',
        features: { instant_payouts: 'true', standard_payouts: 'true', edit_payout_schedule: 'false' },
      },
      payments: { features: { refund_management: 'false' } },
      balances: { enabled: 'true' },
    },
  });
});

it('passes on every feature that settings know, where the platform collects requirements', async () => {
  const collection = { disable_stripe_user_authentication: true, external_account_collection: false };
  const money = { ...collection, edit_payout_schedule: true, instant_payouts: true, standard_payouts: true };
  const features = {
    account_management: collection,
    account_onboarding: collection,
    balances: money,
    notification_banner: collection,
    payment_method_settings: { disable_stripe_user_authentication: true },
    payments: {
      capture_payments: true,
      destination_on_behalf_of_charge_management: true,
      dispute_management: true,
      refund_management: true,
      smart_disputes_management: true,
    },
    payouts: money,
  };
  const controller = {
    fees: { payer: 'application' },
    losses: { payments: 'application' },
    requirement_collection: 'application',
    stripe_dashboard: { type: 'none' },
  };
  world = await createWorld({ embedded: { features }, controller });
  ada = await merchant(world);
  const response = await ask(Object.keys(features));
  expect([response.status, await response.json()]).toMatchObject([200, { object: 'account_session' }]);
  const sent = Object.entries(features).map(([name, set]) => {
    const values = Object.entries(set).map(([feature, value]) => [feature, String(value)]);
    return [name, { enabled: 'true', features: Object.fromEntries(values) }];
  });
  expect(last()?.body).toMatchObject({ components: Object.fromEntries(sent) });
});

describe('a component', () => {
  it('that the site does not allow is refused, naming it', async () => {
    world = await createWorld({ embedded: { components: ['payouts', 'balances'] } });
    ada = await merchant(world);
    const error = await expectRefused(world, () => ask(['payouts', 'payments']), 403, 'component_not_allowed');
    expect(error).toMatchObject({ param: 'components.1', message: expect.stringContaining('payments') });
    expect((await ask(['balances'])).status).toBe(200);
  });

  it('that the token does not allow is refused; a token never allows more than the site', async () => {
    const claims = { embedded: { components: ['payouts'] } };
    expect((await ask(['payouts'], claims)).status).toBe(200);
    const error = await expectRefused(world, () => ask(['balances'], claims), 403, 'component_not_allowed');
    expect(error.param).toBe('components.0');
    await expectRefused(world, () => ask(['payouts'], { embedded: { components: [] } }), 403, 'component_not_allowed');
    world = await createWorld({ embedded: { components: ['balances'] } });
    ada = await merchant(world);
    await expectRefused(world, () => ask(['payouts'], claims), 403, 'component_not_allowed');
  });

  it('is narrowed by a token that the Worker mints, and a malformed claim is no token', async () => {
    const mint = async (embedded: unknown) =>
      world.fetch(`/v1/sites/${world.site.id}/tokens`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${world.site.key.secret}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ sub: 'ada', scope: ['embedded'], embedded }),
      });
    const { token } = await (await mint({ components: ['payouts'] })).json<{ token: string }>();
    const asked = (component: string) => world.ask('/account_sessions', { body: { components: [component] }, token });
    expect([(await asked('payouts')).status, (await asked('payments')).status]).toEqual([200, 403]);
    const wide = await expectRefused(world, () => mint({ features: {} }), 400, 'parameter_unknown');
    expect(wide.param).toBe('embedded.features');
    const forged = { embedded: { components: ['everything'] } };
    const error = await expectRefused(world, () => ask(['payouts'], forged), 401, 'token_invalid');
    expect(error.param).toBe('embedded.components.0');
  });

  it.each([
    [['issuing_card'], 'components.0'],
    [['payouts', 'payouts'], 'components'],
    [[], 'components'],
    ['payouts', 'components'],
    [[{ payouts: { instant_payouts: true } }], 'components.0'],
  ])('is never %j', async (components, param) => {
    const error = await expectRefused(world, () => ask(components), 400, 'parameter_invalid');
    expect(error.param).toBe(param);
  });

  it('is asked for by its name alone: neither features nor an account can be said by a page', async () => {
    for (const more of [{ features: { payouts: { instant_payouts: true } } }, { account: 'acct_1' }]) {
      const token = await world.token({ sub: 'ada', scope: ['embedded'] });
      const request = () => world.ask('/account_sessions', { body: { components: ['payouts'], ...more }, token });
      await expectRefused(world, request, 400, 'parameter_unknown');
    }
  });
});

describe('an account', () => {
  const made = () => callsOf(world, 'POST /v1/accounts').length;

  it('is needed, and is nobody else’s', async () => {
    await expectRefused(world, () => ask(['payouts'], { sub: 'grace' }), 409, 'account_required');
    await expectRefused(world, () => ask(['account_onboarding'], { sub: 'grace' }), 409, 'account_required');
  });

  it('is made once for onboarding in the page, where the token lets the user onboard', async () => {
    const before = made();
    const claims = { sub: 'grace', scope: ['embedded', 'onboard'], account: { business_type: 'individual' } };
    await expectRefused(world, () => ask(['payouts'], claims), 409, 'account_required');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask(['account_onboarding', 'notification_banner'], claims)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(made()).toBe(before + 1);
    expect(callsOf(world, 'POST /v1/accounts')[0]?.body).toMatchObject({ business_type: 'individual' });
    expect((await ask(['payouts'], { sub: 'grace' })).status).toBe(200);
  });

  it('that left the platform is a clear state', async () => {
    await world.control('account', { account: ada.account, scenario: 'deauthorized' });
    for (let time = 0; time < 2; time += 1) {
      const response = await ask(['payouts']);
      expect([response.status, await response.json()]).toMatchObject([
        409,
        { error: { code: 'account_disconnected' } },
      ]);
    }
  });
});

describe('refuses, without asking Stripe or writing a row', () => {
  it('a token without the scope, or none', async () => {
    await expectRefused(world, () => ask(['payouts'], { scope: ['onboard', 'checkout'] }), 403, 'scope_missing');
    const path = `/v1/sites/${world.site.id}/account_sessions`;
    const headers = { Origin: PAGE, 'Content-Type': 'application/json' };
    const body = JSON.stringify({ components: ['payouts'] });
    await expectRefused(world, () => world.fetch(path, { method: 'POST', headers, body }), 401, 'token_missing');
  });

  it('14: a token of another site', async () => {
    const other = await createWorld();
    const token = await other.token({ sub: 'ada', scope: ['embedded'] });
    const request = () => world.ask('/account_sessions', { body: { components: ['payouts'] }, token });
    await expectRefused(world, request, 401, 'token_invalid');
  });

  it.each([
    ['another origin', 'https://evil.test'],
    ['null', 'null'],
    ['a suffix host', 'https://shop.example.evil.test'],
  ])('22 to 25: %s', async (_, origin) => {
    const token = await world.token({ sub: 'ada', scope: ['embedded'] });
    const body = { components: ['payouts'] };
    const request = () => world.ask('/account_sessions', { body, token, headers: { Origin: origin } });
    await expectRefused(world, request, 403, 'origin_not_allowed');
  });
});

it('what Stripe refuses stays refused, and is logged with Stripe’s code', async () => {
  const standIn = globalThis.fetch;
  const refusal = {
    error: { type: 'invalid_request_error', code: 'parameter_unknown', param: 'components', message: 'No.' },
  };
  globalThis.fetch = async (...request: Parameters<typeof fetch>) =>
    new Request(...request).url.endsWith('/account_sessions')
      ? Response.json(refusal, { status: 400 })
      : standIn(...request);
  const response = await ask(['payouts']);
  expect([response.status, await response.json()]).toMatchObject([502, { error: { code: 'stripe_refused' } }]);
  expect(world.logs.at(-1)).toMatchObject({ error: 'stripe_refused', stripe_code: 'parameter_unknown' });
});

it('never has the secret in a log line', async () => {
  const { client_secret }: AccountSession = await (await ask(['payouts'])).json();
  const logged = JSON.stringify(world.logs);
  for (const secret of [client_secret, 'accs_secret', ada.account, '"ada"']) expect(logged).not.toContain(secret);
});

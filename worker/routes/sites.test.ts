import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, PAGE, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const site = {
  mode: 'test',
  business_name: 'Rocket Rides',
  country: 'US',
  currency: 'usd',
  origins: ['https://rides.example'],
  stripe: { secret_key: 'sk_test_canary_1234567890', publishable_key: 'pk_test_1234567890' },
};
const create = (over: Record<string, unknown> = {}) =>
  world.operator('/v1/sites', { method: 'POST', body: { ...site, ...over } });

it('creates a site, shows its first key once and never a Stripe secret', async () => {
  const response = await create();
  const text = await response.text();
  const body = JSON.parse(text);
  expect(response.status).toBe(201);
  expect(body).toMatchObject({
    object: 'site',
    id: expect.stringMatching(/^site_/),
    controller: { stripe_dashboard: { type: 'express' } },
    key: { id: expect.stringMatching(/^key_/), secret: expect.stringMatching(/^inlay_sk_test_.{40,}/) },
  });
  const read = await (await world.operator(`/v1/sites/${body.id}`)).text();
  expect(JSON.parse(read)).toMatchObject({ id: body.id, keys: [{ id: body.key.id, expires_at: null }] });
  for (const shown of [read, await (await world.operator('/v1/sites?limit=100')).text()]) {
    expect(shown).not.toContain(body.key.secret);
    expect(shown).not.toContain('sk_test_canary');
  }
  expect(text).not.toContain('sk_test_canary');
});

it('keeps secrets sealed at rest, bound to their site and purpose', async () => {
  const body: { id: string; key: { id: string; secret: string } } = await (await create()).json();
  const rows = await env.DB.batch([
    env.DB.prepare('SELECT * FROM sites WHERE id = ?').bind(body.id),
    env.DB.prepare('SELECT * FROM site_keys WHERE site_id = ?').bind(body.id),
  ]);
  expect(JSON.stringify(rows)).not.toContain('sk_test_canary');
  expect(JSON.stringify(rows)).not.toContain(body.key.secret);
  // A sealed secret copied into another site's row does not open there.
  await env.DB.prepare(
    'UPDATE sites SET stripe_secret_key = (SELECT stripe_secret_key FROM sites WHERE id = ?) WHERE id = ?',
  )
    .bind(body.id, world.site.id)
    .run();
  const response = await world.ask('/account');
  expect([response.status, await response.json()]).toMatchObject([500, { error: { code: 'misconfigured' } }]);
});

it('lists sites page by page', async () => {
  const first = await (await world.operator('/v1/sites?limit=1')).json<{ data: { id: string }[]; has_more: boolean }>();
  expect(first.data).toHaveLength(1);
  await create();
  const next = await (await world.operator(`/v1/sites?limit=100&starting_after=${first.data[0]?.id}`)).json<{
    data: { id: string }[];
    has_more: boolean;
  }>();
  expect(next.data.map(({ id }) => id)).not.toContain(first.data[0]?.id);
  expect(next.has_more).toBe(false);
});

it('changes what is sent and leaves the rest', async () => {
  const changed = await world.operator(`/v1/sites/${world.site.id}`, {
    method: 'PATCH',
    body: { business_name: 'Rockets', terms_url: 'https://shop.example/terms' },
  });
  expect(await changed.json()).toMatchObject({ business_name: 'Rockets', origins: [PAGE], country: 'US' });
  const config = await world.fetch(`/v1/sites/${world.site.id}/config`, { headers: { Origin: PAGE } });
  expect(await config.json()).toMatchObject({ business_name: 'Rockets', terms_url: 'https://shop.example/terms' });
});

it('keeps what merchants sell and which components may be opened, each replaced as a whole', async () => {
  const checkout = { fee: { basis_points: 500 }, prices: [{ id: 'pass', name: 'Day pass', unit_amount: 1_200 }] };
  const embedded = { components: ['payouts'], features: { payouts: { instant_payouts: true } } };
  const made: { id: string } = await (await create({ checkout, embedded })).json();
  const path = `/v1/sites/${made.id}`;
  const whole = {
    checkout: {
      ...checkout,
      fee: { basis_points: 500, fixed: 0, minimum: 0 },
      max_quantity: 99,
      daily_quota: 1_000,
    },
    embedded,
  };
  expect(await (await world.operator(path)).json()).toMatchObject(whole);
  await world.operator(path, { method: 'PATCH', body: { checkout: { max_quantity: 5 } } });
  expect(await (await world.operator(path)).json()).toMatchObject({
    checkout: { fee: { basis_points: 0, fixed: 0, minimum: 0 }, prices: [], max_quantity: 5, daily_quota: 1_000 },
    embedded,
  });
});

it('gives a site that is older than a setting its default', async () => {
  const made: { id: string } = await (await create()).json();
  await env.DB.prepare("UPDATE sites SET settings = json_remove(settings, '$.checkout', '$.embedded') WHERE id = ?")
    .bind(made.id)
    .run();
  expect(await (await world.operator(`/v1/sites/${made.id}`)).json()).toMatchObject({
    checkout: { prices: [], daily_quota: 1_000 },
    embedded: { components: expect.arrayContaining(['payouts', 'documents']), features: {} },
  });
});

it('uses a changed Stripe key from then on', async () => {
  const stripe = { secret_key: 'sk_test_second_1234567890', publishable_key: 'pk_test_second_1234567890' };
  await world.operator(`/v1/sites/${world.site.id}`, { method: 'PATCH', body: { stripe } });
  await world.ask('/account_links', { body: { return_url: PAGE } });
  expect(world.stripe.requests()[0]?.headers.authorization).toBe('Bearer sk_test_second_1234567890');
});

describe('refuses', () => {
  for (const [name, over, code, param] of [
    [
      'a live key in test mode',
      { stripe: { ...site.stripe, secret_key: 'sk_live_1234567890' } },
      'key_mode_mismatch',
      'stripe.secret_key',
    ],
    [
      'a publishable key of the other mode',
      { stripe: { ...site.stripe, publishable_key: 'pk_live_1234567890' } },
      'key_mode_mismatch',
      'stripe.publishable_key',
    ],
    ['a test key in live mode', { mode: 'live' }, 'key_mode_mismatch', 'stripe.secret_key'],
    ['an origin with a path', { origins: ['https://rides.example/'] }, 'parameter_invalid', 'origins.0'],
    [
      'a wildcard origin',
      { origins: ['https://*.example', 'https://rides.example'] },
      'parameter_invalid',
      'origins.0',
    ],
    ['an origin in capitals', { origins: ['https://Rides.example'] }, 'parameter_invalid', 'origins.0'],
    ['no origin', { origins: [] }, 'parameter_invalid', 'origins'],
    ['a setting that does not exist', { colour: 'red' }, 'parameter_unknown', 'colour'],
    ['no business name', { business_name: undefined }, 'parameter_missing', 'business_name'],
    ['a site key shorter than 32 bytes', { key: { secret: 'x'.repeat(31) } }, 'key_too_short', 'secret'],
    ['an id that is taken', { id: '' }, 'parameter_invalid', 'id'],
    [
      'a controller that Stripe would refuse',
      {
        controller: {
          fees: { payer: 'account' },
          losses: { payments: 'application' },
          requirement_collection: 'stripe',
          stripe_dashboard: { type: 'express' },
        },
      },
      'parameter_invalid',
      'controller',
    ],
  ] as const) {
    it(`${name}, naming what to change`, async () => {
      const id = 'id' in over ? { id: world.site.id } : {};
      const error = await expectRefused(world, () => create({ ...over, ...id }), 400, code);
      expect(error.param).toBe(param);
    });
  }

  it('components without Stripe’s check of who is there, where Stripe collects requirements, naming them', async () => {
    const embedded = { features: { balances: { disable_stripe_user_authentication: true } } };
    const param = 'embedded.features.balances.disable_stripe_user_authentication';
    const made = await expectRefused(world, () => create({ embedded }), 400, 'parameter_invalid');
    const path = `/v1/sites/${world.site.id}`;
    const change = (body: object) => () => world.operator(path, { method: 'PATCH', body });
    const changed = await expectRefused(world, change({ embedded }), 400, 'parameter_invalid');
    expect([made.param, changed.param]).toEqual([param, param]);
    const custom = {
      fees: { payer: 'application' },
      losses: { payments: 'application' },
      requirement_collection: 'application',
      stripe_dashboard: { type: 'none' },
    };
    expect((await change({ embedded, controller: custom })()).status).toBe(200);
  });

  it('to change the mode of a site', async () => {
    const request = () => world.operator(`/v1/sites/${world.site.id}`, { method: 'PATCH', body: { mode: 'live' } });
    const error = await expectRefused(world, request, 400, 'parameter_unknown');
    expect(error.param).toBe('mode');
  });

  it('to revoke the last key that has no end', async () => {
    const request = () => world.operator(`/v1/sites/${world.site.id}/keys/${world.site.key.id}`, { method: 'DELETE' });
    await expectRefused(world, request, 400, 'last_key');
  });

  it('anybody but the operator, and any page', async () => {
    const asked = (headers: Record<string, string>) => () => world.fetch('/v1/sites', { headers });
    const key = `Bearer ${env.INLAY_OPERATOR_KEY}`;
    await expectRefused(world, asked({}), 401, 'operator_key_invalid');
    await expectRefused(
      world,
      asked({ Authorization: `Bearer ${world.site.key.secret}` }),
      401,
      'operator_key_invalid',
    );
    await expectRefused(world, asked({ Authorization: key, Origin: PAGE }), 403, 'secret_key_in_browser');
  });
});

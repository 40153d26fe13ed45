import { env } from 'cloudflare:workers';
import Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Checkup } from '../contract.ts';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, PAGE, WORKER, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  await env.DB.prepare('DELETE FROM events').run();
  world = await createWorld({ origins: [PAGE, 'https://other-page.example'] });
});

const ask = (headers: Record<string, string> = {}, origin = PAGE) =>
  world.fetch(`/v1/sites/${world.site.id}/checkup`, { method: 'POST', headers: { Origin: origin, ...headers } });

async function checkup(token?: string): Promise<Checkup> {
  const response = await ask(token === undefined ? {} : { Authorization: `Bearer ${token}` });
  expect(response.status).toBe(200);
  return response.json();
}

it('tells a page of the site, with or without somebody signed in, what its developer has to know', async () => {
  expect(await checkup()).toEqual({
    object: 'checkup',
    site: world.site.id,
    mode: 'test',
    now: Math.floor(world.now() / 1000),
    worker: WORKER,
    key_of_other_mode: null,
    missing: ['terms_url'],
    token: null,
    webhooks: { account: 'never', connect: 'never' },
  });
  await world.operator(`/v1/sites/${world.site.id}`, { method: 'PATCH', body: { terms_url: `${PAGE}/terms` } });
  expect((await checkup()).missing).toEqual([]);
});

describe('is asked by nobody else:', () => {
  it('a page that is not on the list may read that it is not, without a preflight', async () => {
    await expectRefused(world, () => ask({}, 'https://evil.test'), 403, 'origin_not_allowed');
    expect((await ask({}, 'https://evil.test')).headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it('whoever has mistyped the site may read that there is none', async () => {
    const mistyped = () =>
      world.fetch('/v1/sites/site_of_nobody/checkup', { method: 'POST', headers: { Origin: PAGE } });
    await expectRefused(world, mistyped, 404, 'site_unknown');
    expect((await mistyped()).headers.get('Access-Control-Allow-Origin')).toBe('*');
  });
});

describe('says of a token', () => {
  it('that it is valid, and for what', async () => {
    const token = await world.token({ scope: ['onboard', 'bank'] });
    expect((await checkup(token)).token).toEqual({ valid: true, scope: ['onboard', 'bank'] });
  });

  const seconds = () => Math.floor(world.now() / 1000);
  const faults: readonly (readonly [
    name: string,
    make: () => Promise<string> | string,
    code: string,
    param: string | null,
  ])[] = [
    ['another aud', () => world.token({ aud: 'https://pay.example' }), 'token_invalid', 'aud'],
    ['another site', () => world.token({ iss: 'site_other' }), 'token_invalid', 'iss'],
    ['a clock ahead', () => world.token({ iat: seconds() + 60 }), 'token_invalid', 'iat'],
    ['a life of an hour', () => world.token({ exp: seconds() + 3600 }), 'token_invalid', 'exp'],
    ['one that has run out', () => world.token({ iat: seconds() - 99, exp: seconds() - 9 }), 'token_expired', 'exp'],
    ['another key', () => world.token({}, { secret: 'x'.repeat(40) }), 'token_invalid', 'signature'],
    ['an unknown key id', () => world.token({}, { header: { kid: 'key_of_nobody' } }), 'token_invalid', 'kid'],
    ['a header too much', () => world.token({}, { header: { typ: 'JWT' } }), 'token_invalid', 'header'],
    ['what is no token', () => 'no-token', 'token_invalid', null],
  ];
  it('what is wrong with it', async () => {
    for (const [name, make, code, param] of faults) {
      expect([name, (await checkup(await make())).token]).toEqual([name, { valid: false, code, param }]);
    }
  });
});

const cryptoProvider = Stripe.createSubtleCryptoProvider();

async function deliver(event: Record<string, unknown>): Promise<void> {
  const timestamp = Math.floor(world.now() / 1000);
  const payload = JSON.stringify({
    object: 'event',
    id: `evt_${crypto.randomUUID()}`,
    livemode: false,
    created: timestamp,
    data: { object: { id: 'any' } },
    ...event,
  });
  const secret = 'whsec_tests_connect';
  const signature = await Stripe.webhooks.generateTestHeaderStringAsync({ payload, secret, timestamp, cryptoProvider });
  const response = await world.fetch('/v1/webhooks/stripe', {
    method: 'POST',
    headers: { 'Stripe-Signature': signature },
    body: payload,
  });
  expect(response.status).toBe(200);
}

it('says roughly when events last came, of the platform and of connected accounts, in the mode of the site', async () => {
  await deliver({ type: 'account.updated', account: 'acct_1', livemode: true });
  expect((await checkup()).webhooks).toEqual({ account: 'never', connect: 'never' });
  await deliver({
    type: 'application_fee.refunded',
    data: { object: { object: 'application_fee', account: 'acct_1' } },
  });
  expect((await checkup()).webhooks).toEqual({ account: 'within_a_day', connect: 'never' });
  await deliver({ type: 'account.updated', account: 'acct_1' });
  world.advance(25 * 3600);
  await deliver({ type: 'setup_intent.succeeded' });
  expect((await checkup()).webhooks).toEqual({ account: 'within_a_day', connect: 'within_a_week' });
  world.advance(8 * 24 * 3600);
  expect((await checkup()).webhooks).toEqual({ account: 'earlier', connect: 'earlier' });
});

it('answers from an index, however many events there are', async () => {
  const { results } = await env.DB.prepare(
    `EXPLAIN QUERY PLAN SELECT max(received_at) FROM events
     WHERE livemode = 0 AND (account_id IS NOT NULL AND substr(type, 1, 15) <> 'application_fee') = 1`,
  ).all<{ detail: string }>();
  expect(results.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('INDEX events_latest (livemode=? AND <expr>=?)'),
  ]);
});

it('gives away no key, no other origin, no user and no name', async () => {
  const token = await world.token({ sub: 'CANARY_USER', email: 'canary@example.test' });
  const text = await (await ask({ Authorization: `Bearer ${token}` })).text();
  const site = await (await world.operator(`/v1/sites/${world.site.id}`)).text();
  expect(site).toContain('other-page.example');
  for (const secret of [
    'sk_test',
    'pk_test',
    'other-page',
    'CANARY',
    'canary',
    world.site.key.id,
    world.site.key.secret,
    'Rocket',
  ])
    expect(text).not.toContain(secret);
});

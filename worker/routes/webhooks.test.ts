import { env } from 'cloudflare:workers';
import Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, PAGE, type World } from '../testing/world.ts';

const SECRET = 'whsec_tests_connect';

let world: World;
let account: string;
beforeEach(async () => {
  world = await createWorld();
  await world.ask('/account_links', { body: { return_url: PAGE } });
  const known = await (await world.ask('/account')).json<{ id: string }>();
  account = known.id;
});

const seconds = () => Math.floor(world.now() / 1000);

interface EventOptions {
  readonly id?: string;
  readonly type?: string;
  readonly account?: string | null;
  readonly livemode?: boolean;
}

let events = 0;
function event({
  id,
  type = 'account.updated',
  account: about = account,
  livemode = false,
}: EventOptions = {}): string {
  events += 1;
  return JSON.stringify(
    {
      id: id ?? `evt_${events}_${crypto.randomUUID()}`,
      object: 'event',
      api_version: '2026-10-28.endive',
      created: seconds(),
      livemode,
      ...(about === null ? {} : { account: about }),
      type,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      // A stale snapshot that claims everything works: it must never be believed.
      data: {
        object: { id: about, object: 'account', charges_enabled: true, payouts_enabled: true, details_submitted: true },
      },
    },
    null,
    2,
  );
}

const cryptoProvider = Stripe.createSubtleCryptoProvider();
const sign = (payload: string, { secret = SECRET, timestamp = seconds() } = {}) =>
  Stripe.webhooks.generateTestHeaderStringAsync({ payload, secret, timestamp, cryptoProvider });

async function deliver(payload: string, header?: string | null): Promise<Response> {
  const signature = header === undefined ? await sign(payload) : header;
  return world.fetch('/v1/webhooks/stripe', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      ...(signature === null ? {} : { 'Stripe-Signature': signature }),
    },
    body: payload,
  });
}

const row = (id: string) =>
  env.DB.prepare('SELECT * FROM events WHERE id = ?').bind(id).first<Record<string, unknown>>();
const storedStatus = async (): Promise<unknown> => {
  const reading = await env.DB.prepare('SELECT reading FROM accounts WHERE account_id = ?')
    .bind(account)
    .first<string>('reading');
  return JSON.parse(reading ?? 'null')?.status;
};
const readings = () => world.stripeCalls().filter((call) => call === `GET /v1/accounts/${account}`).length;
const idOf = (payload: string): string => JSON.parse(payload).id;

describe('refuses, without asking Stripe or writing a row (THREATS.md, Webhooks)', () => {
  it('46: no signature', async () => {
    await expectRefused(world, () => deliver(event(), null), 400, 'signature_invalid');
  });

  it('46: another secret', async () => {
    const payload = event();
    await expectRefused(
      world,
      async () => deliver(payload, await sign(payload, { secret: 'whsec_of_another' })),
      400,
      'signature_invalid',
    );
  });

  it('46: v0 alone', async () => {
    const payload = event();
    const header = (await sign(payload)).replace('v1=', 'v0=');
    await expectRefused(world, () => deliver(payload, header), 400, 'signature_invalid');
  });

  it('46: one byte more', async () => {
    const payload = event();
    const header = await sign(payload);
    await expectRefused(world, () => deliver(`${payload} `, header), 400, 'signature_invalid');
    await expectRefused(world, () => deliver(`\ufeff${payload}`, header), 400, 'signature_invalid');
  });

  for (const [name, distance] of [
    ['301 s old', -301],
    ['301 s ahead', 301],
  ] as const) {
    it(`47: ${name}`, async () => {
      const payload = event();
      const header = await sign(payload, { timestamp: seconds() + distance });
      await expectRefused(world, () => deliver(payload, header), 400, 'signature_invalid');
    });
  }

  it('47: t=abc, rightly signed', async () => {
    const payload = event();
    const key = await crypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(SECRET),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    for (const time of ['abc', 'NaN']) {
      const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${time}.${payload}`));
      const header = `t=${time},v1=${new Uint8Array(mac).toHex()}`;
      await expectRefused(world, () => deliver(payload, header), 400, 'signature_invalid');
    }
  });

  for (const [name, payload] of [
    ['a signed []', '[]'],
    ['signed text', 'not json'],
    ['a thin event', '{"id":"evt_test_thin","object":"v2.core.event","type":"v1.account.updated","livemode":false}'],
    ['an event without data', '{"id":"evt_1","object":"event","type":"account.updated","livemode":false,"created":1}'],
  ] as const) {
    it(`49: ${name}`, async () => {
      await expectRefused(world, () => deliver(payload), 400, 'body_invalid');
    });
  }

  it('a body over 1 MB', async () => {
    await expectRefused(world, () => deliver('x'.repeat(1024 * 1024 + 1), 't=1,v1=0'), 413, 'body_too_large');
  });

  for (const secrets of ['', '   ', 'whsec_good_and_long ,whsec_', 'not-a-signing-secret']) {
    it(`48: everything, when the signing secrets are "${secrets}"`, async () => {
      const payload = event();
      const header = await sign(payload);
      const request = () =>
        world.fetch('/v1/webhooks/stripe', {
          method: 'POST',
          headers: { 'Stripe-Signature': header },
          body: payload,
          env: { ...env, STRIPE_WEBHOOK_SECRETS: secrets },
        });
      await expectRefused(world, request, 500, 'misconfigured');
      expect(world.logs.at(-1)).toMatchObject({
        error: 'misconfigured',
        reason: expect.stringContaining('STRIPE_WEBHOOK_SECRETS'),
      });
    });
  }
});

it('accepts any of several signing secrets, and several signatures while one is rolled', async () => {
  const payload = event();
  const mine = await sign(payload, { secret: 'whsec_tests_platform' });
  expect((await deliver(payload, mine)).status).toBe(200);
  const rolled = event();
  const [, wrong] = (await sign(rolled, { secret: 'whsec_of_another' })).split(',');
  expect((await deliver(rolled, `${await sign(rolled)},${wrong}`)).status).toBe(200);
});

it('reads the account again and believes nothing else of the event', async () => {
  const payload = event();
  const response = await deliver(payload);
  expect([response.status, await response.json()]).toEqual([200, { received: true }]);
  expect(await storedStatus()).toBe('incomplete');
  await world.control('account', { account, scenario: 'enabled' });
  await deliver(event({ type: 'capability.updated' }));
  expect(await storedStatus()).toBe('enabled');
  expect(await row(idOf(payload))).toMatchObject({ state: 'done', account_id: account, deliveries: 1 });
});

it('sees that a merchant ended the connection', async () => {
  await world.control('account', { account, scenario: 'deauthorized' });
  await deliver(event({ type: 'account.application.deauthorized' }));
  expect(await storedStatus()).toBe('disconnected');
});

it('50: one event delivered fifty times has one effect', async () => {
  const payload = event();
  const before = readings();
  const answers = await Promise.all(Array.from({ length: 50 }, () => deliver(payload)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(readings() - before).toBe(1);
  expect(await row(idOf(payload))).toMatchObject({ state: 'done', deliveries: 50 });
});

it('51: events in any order end in the same state', async () => {
  const scenarios = ['incomplete', 'pending_verification', 'past_due', 'enabled'];
  const payloads: string[] = [];
  for (const scenario of scenarios) {
    await world.control('account', { account, scenario });
    payloads.push(event());
  }
  for (const order of [payloads, payloads.toReversed(), [2, 0, 3, 1].map((at) => payloads[at] ?? '')]) {
    for (const payload of order) await deliver(payload);
    expect(await storedStatus()).toBe('enabled');
  }
});

it('52: an event of an account nobody here knows is answered and kept aside', async () => {
  const payload = event({ account: 'acct_of_somebody_else' });
  const calls = world.stripeCalls();
  expect((await deliver(payload)).status).toBe(200);
  expect(await row(idOf(payload))).toMatchObject({ state: 'aside', account_id: 'acct_of_somebody_else' });
  expect(world.stripeCalls()).toEqual(calls);
});

it('53: an event of the other mode is answered and ignored', async () => {
  const payload = event({ livemode: true });
  const calls = world.stripeCalls();
  expect((await deliver(payload)).status).toBe(200);
  expect(await row(idOf(payload))).toMatchObject({ state: 'ignored' });
  expect(world.stripeCalls()).toEqual(calls);
});

it('54: an event of a type nothing acts on is answered and kept', async () => {
  for (const type of ['invoice.paid', 'something.new', '__proto__', 'toString']) {
    const payload = event({ type });
    expect((await deliver(payload)).status).toBe(200);
    expect(await row(idOf(payload))).toMatchObject({ state: 'kept', type });
  }
});

describe('55: work that is cut off after the record was written', () => {
  const cutOff = async (payload: string): Promise<void> => {
    await deliver(payload);
    // What a crash leaves behind: the record, and a lease that nobody gives back.
    await env.DB.prepare("UPDATE events SET state = 'pending' WHERE id = ?").bind(idOf(payload)).run();
    await world.control('account', { account, scenario: 'enabled' });
    expect(await storedStatus()).toBe('incomplete');
  };

  it('is finished by the next delivery', async () => {
    const payload = event();
    await cutOff(payload);
    await deliver(payload);
    expect(await storedStatus()).toBe('incomplete');
    world.advance(61);
    await deliver(payload);
    expect(await storedStatus()).toBe('enabled');
  });

  it('is finished by the sweep when Stripe, which was answered, delivers no more', async () => {
    await cutOff(event());
    world.advance(61);
    await world.scheduled();
    expect(await storedStatus()).toBe('enabled');
  });

  it('is tried again, ever later, when Stripe cannot be read; the answer to the delivery is still 200', async () => {
    await world.control('account', { account, scenario: 'enabled' });
    await world.control('faults', { match: `GET /v1/accounts/${account}`, do: '500', times: 2 });
    const payload = event();
    expect((await deliver(payload)).status).toBe(200);
    expect(await row(idOf(payload))).toMatchObject({ state: 'pending', attempts: 1 });
    world.advance(31);
    await world.scheduled();
    expect(await row(idOf(payload))).toMatchObject({ state: 'pending', attempts: 2 });
    world.advance(31);
    await world.scheduled();
    expect(await storedStatus()).toBe('incomplete');
    world.advance(31);
    await world.scheduled();
    expect(await storedStatus()).toBe('enabled');
  });
});

it('56: a reading that began earlier never overwrites one that began later', async () => {
  // The first reading is held back at Stripe's door while a second one begins, ends and is stored.
  const standIn = globalThis.fetch;
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let holding = true;
  globalThis.fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const answer = standIn(input, init);
    if (holding && String(input instanceof Request ? input.url : input).endsWith(account)) {
      holding = false;
      const early = await answer;
      await held;
      return early;
    }
    return answer;
  };
  const slow = deliver(event());
  await expect.poll(() => holding).toBe(false);
  await world.control('account', { account, scenario: 'enabled' });
  await deliver(event());
  expect(await storedStatus()).toBe('enabled');
  release();
  await slow;
  expect(await storedStatus()).toBe('enabled');
});

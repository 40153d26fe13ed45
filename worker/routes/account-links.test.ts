import { env } from 'cloudflare:workers';
import Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountLink } from '../contract.ts';
import type { AccountParams } from '../rules/account-params.ts';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, PAGE, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const link = async (body: Record<string, unknown> = {}, claims: Record<string, unknown> = {}) =>
  world.ask('/account_links', { body: { return_url: `${PAGE}/payouts`, ...body }, token: await world.token(claims) });
const created = () => world.stripeCalls().filter((call) => call === 'POST /v1/accounts').length;
const lastLink = () => world.stripe.requests().find(({ path }) => path === '/v1/account_links');
const lastAccount = () =>
  world.stripe.requests().find(({ method, path }) => `${method} ${path}` === 'POST /v1/accounts');
const stored = () => env.DB.prepare('SELECT * FROM accounts WHERE site_id = ?').bind(world.site.id).all();

describe('a first click', () => {
  it('creates the account with controller properties and never a type, and answers a link and nothing else', async () => {
    const response = await link();
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const body: AccountLink = await response.json();
    expect(body).toEqual({
      object: 'account_link',
      url: expect.stringContaining('/setup/'),
      expires_at: expect.any(Number),
    });
    expect(lastAccount()?.body).toMatchObject({
      country: 'US',
      controller: {
        fees: { payer: 'application' },
        losses: { payments: 'application' },
        requirement_collection: 'stripe',
        stripe_dashboard: { type: 'express' },
      },
      capabilities: { card_payments: { requested: 'true' }, transfers: { requested: 'true' } },
    });
    expect(lastAccount()?.body).not.toHaveProperty('type');
  });

  it('sends the signed prefill with the account, before the first link, and keeps none of it', async () => {
    await link(
      {},
      {
        email: 'ada@drivers.example',
        account: {
          country: 'US',
          business_type: 'individual',
          individual: { first_name: 'Ada', dob: { day: 1, month: 1, year: 1990 } },
        },
      },
    );
    expect(lastAccount()?.body).toMatchObject({
      email: 'ada@drivers.example',
      business_type: 'individual',
      individual: { first_name: 'Ada', dob: { day: '1', month: '1', year: '1990' } },
    });
    expect(JSON.stringify((await stored()).results)).not.toMatch(/Ada|ada@/);
  });

  it('asks with the time limit, version and idempotency key of our own', async () => {
    await link();
    const headers = lastAccount()?.headers ?? {};
    expect(headers['idempotency-key']).toMatch(/^inlay-account-/);
    expect(headers['stripe-version']).toBe('2026-10-28.endive');
    expect(lastLink()?.headers['idempotency-key']).toMatch(/^inlay-link-/);
  });
});

it('a click after a page load asks the database nothing: neither for the site nor for the account', async () => {
  await link();
  let queries = 0;
  const counted = {
    ...env,
    DB: new Proxy(env.DB, {
      get(database, name) {
        if (name === 'prepare') queries += 1;
        const member: unknown = Reflect.get(database, name);
        return typeof member === 'function' ? member.bind(database) : member;
      },
    }),
  };
  const headers = { Origin: PAGE, Authorization: `Bearer ${await world.token()}`, 'Content-Type': 'application/json' };
  await world.fetch(`/v1/sites/${world.site.id}/account`, { headers, env: counted });
  const before = queries;
  expect(before).toBeGreaterThan(0);
  const body = JSON.stringify({ return_url: PAGE });
  const clicked = await world.fetch(`/v1/sites/${world.site.id}/account_links`, {
    method: 'POST',
    headers,
    body,
    env: counted,
  });
  expect([clicked.status, queries]).toEqual([200, before]);
});

describe('return and refresh addresses', () => {
  it("point to the host's page and say nothing but which flow came back", async () => {
    await link({ return_url: `${PAGE}/payouts?tab=2&q=a%20b#top` });
    expect(lastLink()?.body).toMatchObject({
      type: 'account_onboarding',
      return_url: `${PAGE}/payouts?tab=2&q=a%20b&inlay=onboard-return#top`,
      refresh_url: `${PAGE}/payouts?tab=2&q=a%20b&inlay=onboard-refresh#top`,
    });
  });

  it('mark a popup as one', async () => {
    await link({ presentation: 'popup' });
    expect(lastLink()?.body).toMatchObject({
      return_url: `${PAGE}/payouts?inlay=onboard-popup-return`,
      refresh_url: `${PAGE}/payouts?inlay=onboard-popup-refresh`,
    });
  });

  it('35: are emitted parsed and normalised, with one marker only', async () => {
    await link({ return_url: 'HTTPS://Shop.Example:443/a/../payouts?inlay=forged&inlay=twice' });
    expect(lastLink()?.body).toMatchObject({ return_url: `${PAGE}/payouts?inlay=onboard-return` });
  });
});

describe('refuses a return address, without asking Stripe or writing a row (THREATS.md, Redirects)', () => {
  for (const [name, url] of [
    ['32: //evil.test', '//evil.test'],
    ['32: https:\\\\evil.test', 'https:\\\\evil.test'],
    ['32: the listed host as user information', 'https://shop.example@evil.test'],
    ['32: a trailing dot', 'https://shop.example./payouts'],
    ['33: JaVaScRiPt:', 'JaVaScRiPt:alert(1)'],
    ['33: an embedded tab', 'https://shop.example/\tpayouts'],
    ['33: an embedded newline', 'https://shop.exa\nmple/payouts'],
    ['33: data:', 'data:text/html,<script>alert(1)</script>'],
    ['33: blob:', 'blob:https://shop.example/0b2b3d8a'],
    ['34: user information', 'https://user:secret@shop.example/payouts'],
    ['34: another port', 'https://shop.example:8443/payouts'],
    ['34: plain http', 'http://shop.example/payouts'],
    ['a path alone', '/payouts'],
    ['more than 2,048 characters', `https://shop.example/${'x'.repeat(2048)}`],
  ] as const) {
    it(name, async () => {
      const error = await expectRefused(world, () => link({ return_url: url }), 400, 'url_not_allowed');
      expect(error.param).toBe('return_url');
    });
  }

  it('33: an embedded NUL', async () => {
    await expectRefused(world, () => link({ return_url: 'https://shop.example/\0' }), 400, 'body_invalid');
  });

  it('34: http in live mode, even where an origin could once be listed', async () => {
    const refused = await world.operator('/v1/sites', {
      method: 'POST',
      body: {
        mode: 'live',
        business_name: 'Live',
        country: 'US',
        currency: 'usd',
        origins: ['http://shop.example'],
        stripe: { secret_key: 'sk_live_1234567890abcdef', publishable_key: 'pk_live_1234567890abcdef' },
      },
    });
    expect(refused.status).toBe(400);
  });
});

describe('a link that was used or has expired', () => {
  it('36: never leads to another without a user token', async () => {
    const request = () =>
      world.fetch(`/v1/sites/${world.site.id}/account_links`, {
        method: 'POST',
        headers: { Origin: PAGE, 'Content-Type': 'application/json' },
        body: JSON.stringify({ return_url: PAGE, refresh: true }),
      });
    await expectRefused(world, request, 401, 'token_missing');
  });

  it('37: ?account=acct_x changes nothing', async () => {
    await link();
    const own = lastLink()?.body;
    const response = await world.ask('/account_links?account=acct_of_somebody', {
      body: { return_url: `${PAGE}/payouts` },
    });
    expect(response.status).toBe(200);
    expect(lastLink()?.body).toEqual(own);
  });

  it('38: is replaced three times in ten minutes; the fourth stops, and Stripe is not asked', async () => {
    await link();
    for (let time = 1; time <= 3; time += 1) expect((await link({ refresh: true })).status).toBe(200);
    await expectRefused(world, () => link({ refresh: true }), 429, 'link_refresh_limit');
    // A person's own click is not a loop.
    expect((await link()).status).toBe(200);
    world.advance(601);
    expect((await link({ refresh: true })).status).toBe(200);
  });

  it('39: a GET or HEAD spends nothing and makes nothing', async () => {
    for (const method of ['GET', 'HEAD']) {
      const response = await world.ask('/account_links', { method });
      expect([response.status, await response.text()]).toEqual([204, '']);
    }
    expect(world.stripeCalls()).toEqual([]);
    expect((await stored()).results).toEqual([]);
  });

  it('is never the same link twice, however often it is asked for', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => link()));
    const urls = await Promise.all(answers.map(async (answer) => ((await answer.json()) as AccountLink).url));
    expect(new Set(urls).size).toBe(5);
  });
});

/** The row of a holder that never came back: as if its isolate had been evicted while it waited for Stripe. */
async function abandonedClaim(): Promise<{ sub: string; claimId: string; params: AccountParams }> {
  const claimId = crypto.randomUUID();
  const params: AccountParams = {
    country: 'US',
    controller: {
      fees: { payer: 'application' },
      losses: { payments: 'application' },
      requirement_collection: 'stripe',
      stripe_dashboard: { type: 'express' },
    },
    capabilities: { transfers: { requested: true } },
    metadata: { inlay_site: world.site.id, inlay_user: 'user_died', inlay_claim: claimId },
  };
  await env.DB.prepare(
    'INSERT INTO accounts (site_id, sub, claim_id, claim_params, claimed_at, claim_lease_until) VALUES (?, ?, ?, ?, ?, ?)',
  )
    .bind(world.site.id, 'user_died', claimId, JSON.stringify(params), world.now(), world.now() + 20_000)
    .run();
  return { sub: 'user_died', claimId, params };
}

describe('exactly once (THREATS.md, Concurrency)', () => {
  it('57: fifty clicks at once make one account', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, click) =>
        world.ask('/account_links', { body: { return_url: `${PAGE}/${click}` }, token: await world.token() }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(created()).toBe(1);
    expect((await stored()).results).toHaveLength(1);
  });

  it('58: a claim whose holder died is taken over with the same key and the parameters frozen in it', async () => {
    const abandoned = await abandonedClaim();
    world.advance(30);
    const response = await world.ask('/account_links', {
      body: { return_url: PAGE },
      token: await world.token({ sub: abandoned.sub, email: 'later@example.test' }),
    });
    expect(response.status).toBe(200);
    expect(lastAccount()?.headers['idempotency-key']).toBe(`inlay-account-${abandoned.claimId}`);
    expect(lastAccount()?.body).toMatchObject({ metadata: { inlay_claim: abandoned.claimId } });
    expect(lastAccount()?.body).not.toHaveProperty('email', 'later@example.test');
  });

  it('58: others wait while the claim is held, then are told to come back', async () => {
    const { sub } = await abandonedClaim();
    const response = await world.ask('/account_links', {
      body: { return_url: PAGE },
      token: await world.token({ sub }),
    });
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('1');
    expect(await response.json()).toMatchObject({ error: { code: 'account_being_created' } });
    expect(created()).toBe(0);
  });

  it('finds the account of an old claim by its mark when Stripe has forgotten the key', async () => {
    await world.control('faults', { match: 'POST /v1/accounts', do: 'timeout_after_commit', times: 4 });
    expect((await link()).status).toBe(503);
    world.advance(30 * 3600);
    expect((await link()).status).toBe(200);
    const accounts = await world.stripe.fetch(
      new Request('http://localhost:12111/v1/accounts', {
        headers: { Authorization: 'Bearer sk_test_1234567890abcdef' },
      }),
    );
    expect(await accounts.json()).toMatchObject({ data: [{ metadata: { inlay_user: 'user_1' } }], has_more: false });
  });
});

describe('when Stripe fails (THREATS.md, Upstream)', () => {
  const accountsAtStripe = async (): Promise<number> => {
    const response = await world.stripe.fetch(
      new Request('http://localhost:12111/v1/accounts?limit=100', {
        headers: { Authorization: 'Bearer sk_test_1234567890abcdef' },
      }),
    );
    const list: { data: unknown[] } = await response.json();
    return list.data.length;
  };

  it('61: a time-out after Stripe has created the account is repeated with the same key: no orphan', async () => {
    await world.control('faults', { match: 'POST /v1/accounts', do: 'timeout_after_commit', times: 1 });
    const response = await link();
    const keys = world.stripe
      .requests()
      .filter(({ method, path }) => `${method} ${path}` === 'POST /v1/accounts')
      .map(({ headers }) => headers['idempotency-key']);
    expect(response.status).toBe(200);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(await accountsAtStripe()).toBe(1);
  });

  it('61: the same when the time-outs outlast the click: the next click ends in the same account', async () => {
    await world.control('faults', { match: 'POST /v1/accounts', do: 'timeout_after_commit', times: 4 });
    const failed = await link();
    expect(failed.status).toBe(503);
    expect(failed.headers.get('Retry-After')).toBe('2');
    expect((await link()).status).toBe(200);
    expect(await accountsAtStripe()).toBe(1);
  });

  it('62: a 429 is backed off and tried again; when it lasts, the answer says when to come back', async () => {
    await world.control('faults', { match: 'POST /v1/account_links', do: '429', times: 2 });
    expect((await link()).status).toBe(200);
    await world.control('faults', { match: 'POST /v1/account_links', do: '429', times: 9 });
    const response = await link();
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '2']);
    expect(await response.json()).toMatchObject({ error: { type: 'stripe_error', code: 'stripe_busy' } });
  });

  it('62: a 409, because the same key is in use, is backed off and tried again', async () => {
    const { sub, claimId, params } = await abandonedClaim();
    // Somebody else's call with the same key, which Stripe is still working on.
    const other = new AbortController();
    const standIn = globalThis.fetch;
    await world.control('faults', { match: 'POST /v1/accounts', do: 'timeout', times: 1 });
    const stripe = new Stripe('sk_test_1234567890abcdef', {
      host: 'localhost',
      port: 12111,
      protocol: 'http',
      maxNetworkRetries: 0,
      httpClient: Stripe.createFetchHttpClient((input: RequestInfo | URL, init?: RequestInit) =>
        standIn(input, { ...init, signal: other.signal }),
      ),
    });
    const held = stripe.accounts.create(params, { idempotencyKey: `inlay-account-${claimId}` }).catch(() => 'gone');
    const statuses: number[] = [];
    globalThis.fetch = async (...request: Parameters<typeof fetch>) => {
      if (statuses.length === 2) {
        other.abort();
        await held;
      }
      const answer = await standIn(...request);
      statuses.push(answer.status);
      return answer;
    };
    world.advance(30);
    const response = await world.ask('/account_links', {
      body: { return_url: PAGE },
      token: await world.token({ sub }),
    });
    expect(statuses).toEqual([409, 409, 200, 200]);
    expect(response.status).toBe(200);
  });

  it('63: a failure that Stripe has saved under the key does not lock the user out', async () => {
    await world.control('faults', { match: 'POST /v1/accounts', do: '500', times: 1 });
    expect((await link()).status).toBe(503);
    expect((await link()).status).toBe(200);
    expect(await accountsAtStripe()).toBe(1);
  });

  it('64: a revoked key is not tried again, and is logged once', async () => {
    await world.control('keys', { revoke: 'sk_test_1234567890abcdef' });
    const response = await link();
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ error: { code: 'stripe_key_refused' } });
    expect(world.stripeCalls()).toEqual(['POST /v1/accounts']);
    expect(world.logs.filter(({ error }) => error === 'stripe_key_refused')).toHaveLength(1);
  });

  it('65: an HTML body is a failure like another: tried again, then said', async () => {
    await world.control('faults', { match: 'POST /v1/account_links', do: 'html', times: 1 });
    expect((await link()).status).toBe(200);
    await world.control('faults', { match: 'POST /v1/account_links', do: 'html', times: 9 });
    const response = await link();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: 'stripe_unavailable' } });
  });

  it('65: a broken connection too', async () => {
    await world.control('faults', { match: 'POST /v1/accounts', do: 'reset', times: 1 });
    expect((await link()).status).toBe(200);
    expect(await accountsAtStripe()).toBe(1);
  });

  it('66: an account that ended the connection is a state, not a loop of errors', async () => {
    await link();
    const account = await (await world.ask('/account')).json<{ id: string }>();
    await world.control('account', { account: account.id, scenario: 'deauthorized' });
    const response = await link();
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ error: { code: 'account_disconnected' } });
    expect(await (await world.ask('/account')).json()).toMatchObject({ id: account.id, status: 'disconnected' });
    expect(await (await world.ask('/account')).json()).toMatchObject({ status: 'disconnected' });
  });

  it('a prefill that Stripe refuses is named, nothing is kept, and a better one works', async () => {
    const refused = await link({}, { account: { country: 'XX' } });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { code: 'prefill_refused', param: 'country' } });
    expect((await stored()).results).toEqual([]);
    expect((await link({}, { account: { country: 'US' } })).status).toBe(200);
  });
});

import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewCheckoutSession } from '../contract.ts';
import { answer } from '../testing/bank.ts';
import { asBuyer, callsOf, type Merchant, merchant, withPrices } from '../testing/merchant.ts';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let ada: Merchant;
beforeEach(async () => {
  world = await createWorld(withPrices);
  ada = await merchant(world);
});

const CREATE = 'POST /v1/checkout/sessions';
const tries = () => callsOf(world, CREATE);
/** What Stripe holds on the merchant's account. */
const sessions = async () =>
  (await ada.atStripe<{ data: { id: string; metadata: Record<string, string> }[] }>('checkout/sessions?limit=100'))
    .data;
const fault = (how: string, times: number) => world.control('faults', { match: CREATE, do: how, times });
const used = () =>
  env.DB.prepare('SELECT sessions FROM checkout_days WHERE site_id = ?').bind(world.site.id).first<number>('sessions');
const idsOf = async (responses: readonly Response[]): Promise<Set<string>> =>
  new Set((await Promise.all(responses.map((one) => answer<NewCheckoutSession>(one)))).map(({ id }) => id));

describe('one key (THREATS.md, Concurrency)', () => {
  it('57, 59: is one session for fifty clicks at once, which count as one', async () => {
    const clicks = await Promise.all(Array.from({ length: 50 }, () => ada.ask({}, 'click-1')));
    expect((await idsOf(clicks)).size).toBe(1);
    expect(await sessions()).toHaveLength(1);
    expect(tries()).toHaveLength(1);
    expect(await used()).toBe(1);
  });

  it('59: is the same session when it is sent again, with what is needed to pay in it', async () => {
    for (const presentation of ['redirect', 'inline']) {
      const first = await ada.begin({ presentation }, presentation);
      expect(await ada.begin({ presentation }, presentation)).toEqual(first);
    }
    expect(tries()).toHaveLength(2);
  });

  it('of a session that was paid says so by leaving out where to pay', async () => {
    const { id } = await ada.begin({}, 'click-1');
    await ada.buyer(id, 'pay');
    expect(await ada.begin({}, 'click-1')).toMatchObject({ id, url: null });
  });

  it('60: is not for another body', async () => {
    await ada.begin({}, 'click-1');
    await merchant(world, 'grace');
    for (const other of [
      { line_items: [{ price: 'day_pass', quantity: 2 }] },
      { line_items: [{ price: 'city_tour' }] },
      { presentation: 'inline' },
      { return_url: 'https://shop.example/other' },
      { locale: 'fr' },
      { merchant: 'grace' },
    ]) {
      await expectRefused(world, () => ada.ask(other, 'click-1'), 409, 'idempotency_conflict');
    }
    // What was left out is what was said.
    const same = { line_items: [{ quantity: 1, price: 'day_pass' }], presentation: 'redirect' };
    expect((await ada.ask(same, 'click-1')).status).toBe(200);
  });

  it('of another site is another key', async () => {
    await ada.begin({}, 'click-1');
    const other = await createWorld(withPrices);
    const theirs = await (await merchant(other)).begin({ locale: 'fr' }, 'click-1');
    expect(theirs.id).toMatch(/^cs_/);
  });

  it('is kept by nobody: neither the key nor the page’s address is in the database', async () => {
    await ada.begin({ return_url: 'https://shop.example/CANARYpage' }, 'CANARYkey');
    expect(JSON.stringify((await env.DB.prepare('SELECT * FROM orders').all()).results)).not.toContain('CANARY');
  });

  it('is still one session after the site has changed its prices and its fee', async () => {
    await fault('timeout_after_commit', 4);
    expect((await ada.ask({}, 'click-1')).status).toBe(503);
    const checkout = { prices: [{ id: 'day_pass', name: 'Dearer', unit_amount: 9_900 }], fee: { fixed: 1 } };
    await world.operator(`/v1/sites/${world.site.id}`, { method: 'PATCH', body: { checkout } });
    const { id } = await ada.begin({}, 'click-1');
    expect(await ada.sale(id)).toMatchObject({ amount_total: 1_200 });
    expect(await sessions()).toHaveLength(1);
  });
});

it('without a key every request is a session of its own', async () => {
  expect((await idsOf(await Promise.all(Array.from({ length: 5 }, () => ada.ask())))).size).toBe(5);
  expect(await used()).toBe(5);
});

describe('whoever dies in between', () => {
  /** The row of a holder that never came back. */
  async function abandon(key: string, died: 'before' | 'after'): Promise<string> {
    if (died === 'before') await fault('500', 1);
    else await fault('timeout_after_commit', 4);
    expect((await ada.ask({}, key)).status).toBe(503);
    const row = await env.DB.prepare('SELECT claim_id AS id FROM orders WHERE site_id = ?').bind(world.site.id).first();
    await env.DB.prepare('UPDATE orders SET claim_lease_until = ? WHERE claim_id = ?')
      .bind(world.now() + 20_000, row?.id)
      .run();
    return String(row?.id);
  }

  it('58: its claim is taken over with the same key and the parameters frozen in it', async () => {
    const order = await abandon('click-1', 'after');
    world.advance(21);
    const { id } = await ada.begin({}, 'click-1');
    expect(new Set(tries().map(({ headers }) => headers['idempotency-key']))).toEqual(
      new Set([`inlay-checkout-${order}`]),
    );
    expect(await sessions()).toMatchObject([{ id, metadata: { inlay_order: order } }]);
    expect(await used()).toBe(1);
  });

  it('58: others wait while the claim is held, then are told to come back', async () => {
    await abandon('click-1', 'after');
    const response = await ada.ask({}, 'click-1');
    expect([response.status, response.headers.get('Retry-After'), await response.json()]).toMatchObject([
      409,
      '1',
      { error: { code: 'checkout_in_progress' } },
    ]);
  });

  it('its session is found by its mark when Stripe has forgotten the key', async () => {
    const order = await abandon('click-1', 'after');
    const [lost] = await sessions();
    world.advance(30 * 3_600);
    const { id } = await ada.begin({}, 'click-1');
    expect(id).toBe(lost?.id);
    expect(await sessions()).toMatchObject([{ metadata: { inlay_order: order } }]);
  });

  it('63: a failure that Stripe has saved under the key locks nobody out', async () => {
    await abandon('click-1', 'before');
    world.advance(21);
    await ada.begin({}, 'click-1');
    expect(await sessions()).toHaveLength(1);
  });

  it('a claim that led to nothing is forgotten, with the page’s address in it', async () => {
    await abandon('click-1', 'before');
    const { id } = await ada.begin({}, 'click-2');
    const left = async () =>
      (await env.DB.prepare('SELECT * FROM orders WHERE site_id = ?').bind(world.site.id).all()).results;
    world.advance(3 * 24 * 3_600);
    await world.scheduled();
    expect(await left()).toHaveLength(2);
    world.advance(1);
    await world.scheduled();
    expect(await left()).toMatchObject([{ session_id: id }]);
  });

  it('there is one session where the Worker died after Stripe had made it', async () => {
    await env.DB.prepare(
      "CREATE TRIGGER die BEFORE UPDATE OF session_id ON orders BEGIN SELECT RAISE(ABORT, 'gone'); END",
    ).run();
    expect((await ada.ask({}, 'click-1')).status).toBe(503);
    await env.DB.prepare('DROP TRIGGER die').run();
    await ada.begin({}, 'click-1');
    expect(await sessions()).toHaveLength(1);
  });
});

describe('when Stripe fails (THREATS.md, Upstream)', () => {
  it('61: a time-out after Stripe has made the session is repeated with the same key: no orphan', async () => {
    await fault('timeout_after_commit', 1);
    await ada.begin();
    expect(new Set(tries().map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(tries()).toHaveLength(2);
    expect(await sessions()).toHaveLength(1);
  });

  it('62: a 429 is backed off and tried again; when it lasts, the answer says when to come back', async () => {
    await fault('429', 2);
    expect((await ada.ask()).status).toBe(200);
    await fault('429', 9);
    const response = await ada.ask();
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '2']);
    expect(await response.json()).toMatchObject({ error: { code: 'stripe_busy' } });
  });

  it('64: a revoked key is not tried again', async () => {
    await world.control('keys', { revoke: 'sk_test_1234567890abcdef' });
    const response = await ada.ask();
    expect([response.status, await response.json()]).toMatchObject([500, { error: { code: 'stripe_key_refused' } }]);
    expect(tries()).toHaveLength(1);
  });

  it('65: an HTML body is a failure like another: tried again, then said', async () => {
    await fault('html', 1);
    expect((await ada.ask()).status).toBe(200);
    await fault('html', 9);
    const response = await ada.ask();
    expect([response.status, await response.json()]).toMatchObject([503, { error: { code: 'stripe_unavailable' } }]);
  });

  it('a parameter of ours that it refuses is no fault of the buyer’s, and leaves nothing behind', async () => {
    const standIn = globalThis.fetch;
    const refusal = {
      error: { type: 'invalid_request_error', code: 'parameter_unknown', param: 'locale', message: 'No.' },
    };
    globalThis.fetch = async (...request: Parameters<typeof fetch>) => {
      const asked = new Request(...request);
      const creates = asked.method === 'POST' && asked.url.endsWith('/checkout/sessions');
      return creates ? Response.json(refusal, { status: 400 }) : standIn(...request);
    };
    const response = await ada.ask();
    expect([response.status, await response.json()]).toMatchObject([502, { error: { code: 'stripe_refused' } }]);
    const rows = await env.DB.prepare('SELECT * FROM orders WHERE site_id = ?').bind(world.site.id).all();
    expect(rows.results).toEqual([]);
  });
});

describe('the quota of a day', () => {
  const quota = async (daily_quota: number) => {
    world = await createWorld({ checkout: { ...withPrices.checkout, daily_quota } });
    ada = await merchant(world);
  };
  const secondsToMidnight = () => 86_400 - (Math.floor(world.now() / 1000) % 86_400);

  it('stops the site at so many sessions, says until when, and leaves those begun alone', async () => {
    await quota(3);
    const begun = await Promise.all([1, 2, 3].map((click) => ada.begin({}, `click-${click}`)));
    const refused = await expectRefusedWithRetry();
    expect(refused).toBe(String(secondsToMidnight()));
    expect(await ada.begin({}, 'click-2')).toEqual(begun[1]);
    expect(await ada.sale(begun[0]?.id ?? '')).toMatchObject({ outcome: 'open' });
  });

  async function expectRefusedWithRetry(): Promise<string | null> {
    let retryAfter: string | null = null;
    const request = async () => {
      const response = await ada.ask();
      retryAfter = response.headers.get('Retry-After');
      return response;
    };
    await expectRefused(world, request, 429, 'quota_exceeded');
    return retryAfter;
  }

  it('holds against fifty clicks at once', async () => {
    await quota(7);
    const clicks = await Promise.all(Array.from({ length: 50 }, () => ada.ask()));
    expect(clicks.filter(({ status }) => status === 200)).toHaveLength(7);
    expect(await sessions()).toHaveLength(7);
  });

  it('begins anew at midnight UTC, and forgets the days before', async () => {
    await quota(1);
    await ada.begin();
    world.advance(secondsToMidnight() - 1);
    await expectRefusedWithRetry();
    world.advance(1);
    await ada.begin();
    expect(await days()).toHaveLength(2);
    await world.scheduled();
    expect(await days()).toEqual([{ day: new Date(world.now()).toISOString().slice(0, 10), sessions: 1 }]);
  });

  const days = async () =>
    (
      await env.DB.prepare('SELECT day, sessions FROM checkout_days WHERE site_id = ? ORDER BY day')
        .bind(world.site.id)
        .all()
    ).results;

  it('of none is a site that sells nothing', async () => {
    await quota(0);
    await expectRefusedWithRetry();
  });

  it('is the site’s own', async () => {
    await quota(1);
    await ada.begin();
    const first = world;
    await quota(1);
    expect((await ada.ask()).status).toBe(200);
    expect(first.site.id).not.toBe(world.site.id);
  });

  it('69: counts nothing where the order could not be written', async () => {
    await env.DB.prepare("CREATE TRIGGER die BEFORE INSERT ON orders BEGIN SELECT RAISE(ABORT, 'gone'); END").run();
    expect((await ada.ask()).status).toBe(503);
    await env.DB.prepare('DROP TRIGGER die').run();
    expect(await used()).toBeNull();
    expect(tries()).toEqual([]);
  });
});

describe('the limit of an address', () => {
  const from = (address: string, path = 'sessions/cs_test_none') =>
    asBuyer(world, path, { headers: { 'CF-Connecting-IP': address } });
  const buy = (address: string) => asBuyer(world, 'sessions', { body: {}, headers: { 'CF-Connecting-IP': address } });
  const statuses = async (asked: Promise<Response>[]) => (await Promise.all(asked)).map(({ status }) => status);

  it('stops an address that asks too often, says when to come back, and lets others go on', async () => {
    // More than twice what a minute allows: a new minute may begin among them.
    const answers = await Promise.all(Array.from({ length: 130 }, () => buy('203.0.113.7')));
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThan(0);
    expect(limited[0]?.headers.get('Retry-After')).toBe('60');
    expect((await buy('203.0.113.8')).status).toBe(400);
    // It may still look whether its money has arrived.
    expect((await from('203.0.113.7')).status).toBe(404);
  });

  it('counts every address of a /64 as one', async () => {
    const answers = await statuses(Array.from({ length: 130 }, (_, at) => from(`2001:db8:1:2::${at.toString(16)}`)));
    expect(answers).toContain(429);
    expect((await from('2001:db8:1:3::1')).status).toBe(404);
  });

  it('is another on every site', async () => {
    const keys: string[] = [];
    const limiter: RateLimit = {
      limit: async ({ key }) => {
        keys.push(key);
        return { success: true };
      },
    };
    const ask = async (method: string, address: string) =>
      world.fetch(`/v1/sites/${world.site.id}/checkout/sessions${method === 'GET' ? '/cs_test_none' : ''}`, {
        method,
        headers: { Origin: 'https://shop.example', 'CF-Connecting-IP': address },
        env: { ...env, ADDRESS_RATE_LIMIT: limiter },
      });
    await ask('POST', '203.0.113.7');
    await ask('GET', '2001:db8::1');
    const { id } = world.site;
    expect(keys).toEqual([`${id}:POST:203.0.113.7`, `${id}:GET:2001:db8:0:0::/64`]);
  });

  it('71: that cannot be counted stops nobody', async () => {
    const broken: RateLimit = {
      limit: () => {
        throw new Error('limiter down');
      },
    };
    const response = await world.fetch(`/v1/sites/${world.site.id}/checkout/sessions/cs_test_none`, {
      headers: { Origin: 'https://shop.example', 'CF-Connecting-IP': '203.0.113.7' },
      env: { ...env, ADDRESS_RATE_LIMIT: broken, SITE_RATE_LIMIT: broken },
    });
    expect(response.status).toBe(404);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, PAGE, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ origins: [PAGE, 'http://localhost:5173'] });
});

async function fromOrigin(origin: string | null): Promise<Response> {
  const token = await world.token();
  const headers = new Headers({ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' });
  if (origin !== null) headers.set('Origin', origin);
  const body = JSON.stringify({ return_url: `${PAGE}/payouts` });
  return world.fetch(`/v1/sites/${world.site.id}/account_links`, { method: 'POST', headers, body });
}

describe('refuses, before the handler, a page of (THREATS.md, Origins)', () => {
  for (const [name, origin] of [
    ['22: another origin', 'https://evil.test'],
    ['23: null', 'null'],
    ['25: a suffix host', 'https://shop.example.evil.test'],
    ['25: a prefix of a listed host', 'https://shop.exampl'],
    ['26: http for https', 'http://shop.example'],
    ['27: another port', 'https://shop.example:8443'],
    ['27: another port on localhost', 'http://localhost:5174'],
    ['28: two Origin headers', `${PAGE}, ${PAGE}`],
    ['a trailing slash', `${PAGE}/`],
  ] as const) {
    it(name, async () => {
      await expectRefused(world, () => fromOrigin(origin), 403, 'origin_not_allowed');
    });
  }

  it('24: no origin at all', async () => {
    await expectRefused(world, () => fromOrigin(null), 403, 'origin_missing');
  });

  it('a listed origin with a secret key, on a route of servers', async () => {
    const request = () =>
      world.fetch(`/v1/sites/${world.site.id}/tokens`, {
        method: 'POST',
        headers: { Origin: PAGE, Authorization: `Bearer ${world.site.key.secret}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ sub: 'user_1', scope: ['onboard'] }),
      });
    await expectRefused(world, request, 403, 'secret_key_in_browser');
  });
});

it('lets the refused page read why, so that its widget can say which origin to add', async () => {
  const response = await world.fetch(`/v1/sites/${world.site.id}/config`, {
    headers: { Origin: 'https://new.example' },
  });
  expect(response.status).toBe(403);
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
});

async function preflight(site: string, origin: string): Promise<Response> {
  const headers = {
    Origin: origin,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'authorization,content-type',
  };
  return world.fetch(`/v1/sites/${site}/account_links`, { method: 'OPTIONS', headers });
}

it('29: gives a preflight for an unknown site, or of another origin, nothing', async () => {
  for (const response of [await preflight('site_unknown', PAGE), await preflight(world.site.id, 'https://evil.test')]) {
    expect(response.status).toBe(403);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(response.headers.get('Access-Control-Allow-Methods')).toBeNull();
  }
});

it('30: echoes a listed origin exactly, varies by it, and allows no credentials', async () => {
  const asked = await preflight(world.site.id, PAGE);
  expect(asked.status).toBe(204);
  expect(asked.headers.get('Access-Control-Allow-Headers')?.toLowerCase()).toContain('authorization');
  for (const response of [asked, await fromOrigin(PAGE), await fromOrigin('http://localhost:5173')]) {
    expect(response.headers.get('Access-Control-Allow-Origin')).toMatch(
      /^(https:\/\/shop\.example|http:\/\/localhost:5173)$/,
    );
    expect(response.headers.get('Vary')).toContain('Origin');
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  }
});

it('31: keeps CORS headers on errors, so that the widget can read them', async () => {
  const base = `/v1/sites/${world.site.id}`;
  const json = { Origin: PAGE, 'Content-Type': 'application/json', Authorization: `Bearer ${await world.token()}` };
  await world.control('faults', { match: 'POST /v1/accounts', do: '500', times: 9 });
  const answers: [number, Response][] = [
    [401, await world.fetch(`${base}/account`, { headers: { Origin: PAGE } })],
    [404, await world.fetch(`${base}/nothing`, { headers: { Origin: PAGE } })],
    [413, await world.fetch(`${base}/account_links`, { method: 'POST', headers: json, body: 'x'.repeat(70_000) })],
    [503, await world.ask('/account_links', { body: { return_url: PAGE } })],
  ];
  for (const [status, response] of answers) {
    expect(response.status).toBe(status);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(PAGE);
    expect(response.headers.get('Access-Control-Expose-Headers')).toContain('Request-Id');
  }
});

it('picks up an added origin within seconds', async () => {
  const added = 'https://new.example';
  await expectRefused(world, () => fromOrigin(added), 403, 'origin_not_allowed');
  await world.operator(`/v1/sites/${world.site.id}`, { method: 'PATCH', body: { origins: [PAGE, added] } });
  world.advance(6);
  expect((await fromOrigin(added)).status).toBe(200);
});

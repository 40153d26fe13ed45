import { jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { createSite } from './app.ts';
import { pages } from './pages/index.ts';
import type { SiteSettings } from './settings.ts';

const settings: SiteSettings = {
  origin: 'http://localhost:5173',
  worker: 'http://localhost:8787',
  standIn: 'http://localhost:12111',
  site: 'site_rocket_rides',
  key: { id: 'key_1', secret: 'a secret of the site, of more than 32 bytes' },
};
const site = createSite(settings);
const everyPath = ['/', ...pages.map(({ path }) => path)];

async function token(address: string, method = 'POST') {
  const response = await site.request(address, { method });
  expect(response.status).toBe(200);
  const { token } = await response.json();
  const secret = new TextEncoder().encode(settings.key.secret);
  return { response, ...(await jwtVerify(token, secret, { algorithms: ['HS256'] })) };
}

describe('the token route', () => {
  test('signs who is asking, for this site and this Worker, for ten minutes at the most', async () => {
    const { protectedHeader, payload } = await token('/inlay/token?user=ann');
    expect(protectedHeader).toEqual({ alg: 'HS256', typ: 'inlay+jwt', kid: 'key_1' });
    expect(payload).toMatchObject({
      iss: 'site_rocket_rides',
      aud: 'http://localhost:8787',
      sub: 'ann',
      name: 'Ann Rivera',
      email: 'ann@rocketrides.example',
      scope: ['onboard', 'bank', 'save', 'embedded'],
      account: { country: 'US', business_type: 'individual', individual: { first_name: 'Ann' } },
    });
    expect((payload.exp ?? Number.NaN) - (payload.iat ?? 0)).toBeLessThanOrEqual(600);
  });

  test.each(['GET', 'POST'])('answers %s, and its answer is not kept', async (method) => {
    const { response } = await token('/inlay/token', method);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  test('signs for the demo user when nobody is named', async () => {
    expect((await token('/inlay/token')).payload.sub).toBe('demo');
  });

  test('never signs the same token twice', async () => {
    const ids = [(await token('/inlay/token')).payload.jti, (await token('/inlay/token')).payload.jti];
    expect(new Set(ids).size).toBe(2);
  });

  test.each(['ann%20b', '%3Cscript%3E', '-ann', 'a'.repeat(64), '%00'])('refuses the user name %s', async (name) => {
    const response = await site.request(`/inlay/token?user=${name}`, { method: 'POST' });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('A user name is')]);
  });
});

describe.each(everyPath)('the page %s', (path) => {
  test('carries the two script tags a host site copies, in this order', async () => {
    const text = await (await site.request(path)).text();
    const head = text.slice(0, text.indexOf('</head>')).replaceAll(/\s+/g, ' ');
    expect(head).toContain(
      '<script src="http://localhost:12111/js/stripe.js"></script> ' +
        '<script type="module" src="http://localhost:8787/inlay.js" ' +
        'data-site="site_rocket_rides" data-token-url="/inlay/token"></script>',
    );
  });

  test('keeps the person in its token route and its links', async () => {
    const text = await (await site.request(`${path}?user=ann`)).text();
    expect(text).toContain('data-token-url="/inlay/token?user=ann"');
    for (const [, href] of text.matchAll(/<a href="(\/[^"]*)"/g)) expect(href).toMatch(/\?user=ann$/);
  });

  test('sends a strict policy and may be kept for the back button', async () => {
    const { headers } = await site.request(path);
    expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*style-src 'self'/);
    expect(headers.get('Content-Security-Policy')).not.toMatch(/unsafe/);
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin-allow-popups');
    expect(headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('Cache-Control')).not.toContain('no-store');
  });
});

describe("with Stripe's test mode instead of the stand-in", () => {
  const real = createSite({ ...settings, standIn: null });

  test("the stand-in's script is left out and Stripe's own is allowed", async () => {
    const response = await real.request('/onboard');
    expect(await response.text()).not.toContain('stripe.js');
    expect(response.headers.get('Content-Security-Policy')).toContain('script-src');
    expect(response.headers.get('Content-Security-Policy')).toContain('https://js.stripe.com');
  });

  test('the switches of the stand-in are gone', async () => {
    expect(await (await real.request('/onboard')).text()).not.toContain('/qa/account');
    const response = await real.request(`${settings.origin}/qa/clock`, {
      method: 'POST',
      body: new URLSearchParams({ advance: '301' }),
      headers: { Origin: settings.origin },
    });
    expect(response.status).toBe(404);
  });
});

describe('a charge', () => {
  const charge = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    site.request(`${settings.origin}/charge`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { Origin: settings.origin, ...headers },
    });

  test('is of a ride, which is its idempotency key', async () => {
    expect((await charge({})).status).toBe(400);
    expect((await charge({ ride: '../x' })).status).toBe(400);
    const text = await (await site.request('/cash-app')).text();
    const other = await (await site.request('/cash-app')).text();
    const rides = [text, other].map((page) => /name="ride" value="(ride_[\w-]+)"/.exec(page)?.[1]);
    expect(new Set(rides).size).toBe(2);
  });

  test('is not for another site to order', async () => {
    expect((await charge({ ride: 'ride_1' }, { Origin: 'https://evil.test' })).status).toBe(403);
  });
});

describe("the tester's panel", () => {
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    site.request(`${settings.origin}${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { Origin: settings.origin, Accept: 'application/json', ...headers },
    });

  test.each([
    ['match', 'POST /v1/payouts', 'match may be POST /v1/account_links, POST /v1/accounts'],
    ['do', 'nothing', 'do may be 500, 429, timeout, timeout_after_commit, reset, html.'],
    ['times', '0', 'times may be a number from 1 to 99.'],
  ])('refuses what it does not offer: %s is not %s', async (name, value, sentence) => {
    const right = { match: 'POST /v1/accounts', do: '500', times: '1' };
    const response = await post('/qa/fault', { ...right, [name]: value });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(sentence)]);
  });

  test('takes no form from another site', async () => {
    expect((await post('/qa/clock', { advance: '301' }, { Origin: 'https://evil.test' })).status).toBe(403);
  });
});

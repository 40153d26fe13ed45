import { env } from 'cloudflare:workers';
import { base64url } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, PAGE, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const asked = (authorization: string | null) =>
  world.fetch(`/v1/sites/${world.site.id}/account`, {
    headers: { Origin: PAGE, ...(authorization === null ? {} : { Authorization: authorization }) },
  });
const withToken = (token: string) => asked(`Bearer ${token}`);
const seconds = () => Math.floor(world.now() / 1000);

/** A token of any header and payload, signed rightly, whatever JWT libraries would refuse to make. */
async function forge(header: unknown, payload: string, algorithm = 'SHA-256'): Promise<string> {
  const secret = new TextEncoder().encode(world.site.key.secret);
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: algorithm }, false, ['sign']);
  const text = `${base64url.encode(JSON.stringify(header))}.${base64url.encode(payload)}`;
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return `${text}.${base64url.encode(new Uint8Array(signature))}`;
}
const header = () => ({ alg: 'HS256', typ: 'inlay+jwt', kid: world.site.key.id });
const claims = (over: Record<string, unknown> = {}) => ({
  iss: world.site.id,
  aud: 'https://pay.test',
  sub: 'user_1',
  iat: seconds(),
  exp: seconds() + 600,
  jti: 'j',
  scope: ['onboard'],
  ...over,
});

it('accepts a token that a site signed as DESIGN.md says', async () => {
  const response = await withToken(await forge(header(), JSON.stringify(claims())));
  expect(response.status).toBe(200);
});

it('accepts five seconds of clock skew, either way', async () => {
  for (const iat of [seconds() + 5, seconds() - 604]) {
    const response = await withToken(await world.token({ iat, exp: iat + 600 }));
    expect(response.status).toBe(200);
  }
});

describe('refuses, without asking Stripe or writing a row (THREATS.md, Tokens)', () => {
  it('1: a request without a token', async () => {
    await expectRefused(world, () => asked(null), 401, 'token_missing');
  });

  it('2: Basic instead of Bearer', async () => {
    await expectRefused(world, () => asked(`Basic ${btoa('user:password')}`), 401, 'token_missing');
  });

  it('3: two Authorization headers', async () => {
    const token = await world.token();
    await expectRefused(world, () => asked(`Bearer ${token}, Bearer ${token}`), 401, 'token_missing');
  });

  it('4: alg none', async () => {
    const unsigned = `${base64url.encode(JSON.stringify({ ...header(), alg: 'none' }))}.${base64url.encode(JSON.stringify(claims()))}.`;
    await expectRefused(world, () => withToken(unsigned), 401, 'token_invalid');
  });

  it('5: HS512 with the right key', async () => {
    const token = await forge({ ...header(), alg: 'HS512' }, JSON.stringify(claims()), 'SHA-512');
    await expectRefused(world, () => withToken(token), 401, 'token_invalid');
  });

  it('6: a public key used as the HMAC key', async () => {
    const token = await world.token({}, { secret: 'pk_test_1234567890abcdef' });
    await expectRefused(world, () => withToken(token), 401, 'token_invalid');
  });

  for (const [name, over] of [
    ['7: no exp', { exp: undefined }],
    ['8: no iat', { iat: undefined }],
    ['9: exp as a string', { exp: '9999999999' }],
    ['12: an empty sub', { sub: '' }],
    ['12: a number as sub', { sub: 7 }],
    ['12: no sub', { sub: undefined }],
    ['12: a sub of 129 characters', { sub: 'x'.repeat(129) }],
    ['12: a sub with NUL in it', { sub: 'user\0' }],
    ['13: another aud', { aud: 'https://pay.example' }],
    ['13: several auds', { aud: ['https://pay.test', 'https://pay.example'] }],
    ['no jti', { jti: undefined }],
    ['a scope that is no list', { scope: 'onboard' }],
    ['an account claim with a field Stripe does not have', { account: { individual: { shoe_size: 44 } } }],
  ] as const) {
    it(`${name}, naming the claim`, async () => {
      const token = await forge(header(), JSON.stringify(claims(over)));
      const error = await expectRefused(world, () => withToken(token), 401, 'token_invalid');
      expect(error.param?.split('.')[0]).toBe(Object.keys(over)[0]);
    });
  }

  it('9: exp of 1e400', async () => {
    const payload = JSON.stringify(claims({ exp: 12345 })).replace('12345', '1e400');
    const error = await expectRefused(
      world,
      async () => withToken(await forge(header(), payload)),
      401,
      'token_invalid',
    );
    expect(error.param).toBe('exp');
  });

  it('10: a life of more than 600 s', async () => {
    const token = await world.token({ exp: seconds() + 601 });
    const error = await expectRefused(world, () => withToken(token), 401, 'token_invalid');
    expect(error.param).toBe('exp');
  });

  it('11: iat an hour ahead', async () => {
    const token = await world.token({ iat: seconds() + 3600, exp: seconds() + 3700 });
    const error = await expectRefused(world, () => withToken(token), 401, 'token_invalid');
    expect(error.param).toBe('iat');
  });

  it('one that has expired, with a code of its own', async () => {
    const token = await world.token();
    world.advance(606);
    await expectRefused(world, () => withToken(token), 401, 'token_expired');
  });

  it('14: a token of site A on site B', async () => {
    const other = await createWorld();
    const token = await other.token();
    await expectRefused(world, () => withToken(token), 401, 'token_invalid');
    const disguised = await world.token({ iss: other.site.id });
    await expectRefused(world, () => withToken(disguised), 401, 'token_invalid');
  });

  it('15: an unknown kid', async () => {
    const token = await world.token({}, { header: { kid: 'key_unknown' } });
    await expectRefused(world, () => withToken(token), 401, 'token_invalid');
  });

  it('15: a revoked kid', async () => {
    const token = await world.token();
    const keys = `/v1/sites/${world.site.id}/keys`;
    await world.operator(keys, { method: 'POST', body: { expire_others_in: 86_400 } });
    await world.operator(`${keys}/${world.site.key.id}`, { method: 'DELETE' });
    await expectRefused(world, () => withToken(token), 401, 'token_invalid');
  });

  for (const name of ['crit', 'jwk', 'jku', 'x5u'] as const) {
    it(`16: a ${name} header`, async () => {
      const value = name === 'crit' ? ['exp'] : name === 'jwk' ? { kty: 'oct', k: 'AAAA' } : 'https://evil.test/keys';
      const token = await forge({ ...header(), [name]: value }, JSON.stringify(claims()));
      await expectRefused(world, () => withToken(token), 401, 'token_invalid');
    });
  }

  for (const payload of ['null', '[]', '"text"', '{', '']) {
    it(`17: a payload of ${payload === '' ? 'nothing' : payload}`, async () => {
      await expectRefused(world, async () => withToken(await forge(header(), payload)), 401, 'token_invalid');
    });
  }

  it('18: a token longer than 4 KB', async () => {
    const token = await world.token({
      name: 'x'.repeat(400),
      account: { business_profile: { name: 'x'.repeat(4000) } },
    });
    await expectRefused(world, () => withToken(token), 401, 'token_invalid');
  });

  it('19: a token in the query string', async () => {
    const token = await world.token();
    const request = () =>
      world.fetch(`/v1/sites/${world.site.id}/account?token=${token}&access_token=${token}`, {
        headers: { Origin: PAGE },
      });
    await expectRefused(world, request, 401, 'token_missing');
  });

  it('20: another typ', async () => {
    for (const typ of ['JWT', 'application/inlay+jwt', undefined]) {
      const token = await forge({ ...header(), typ }, JSON.stringify(claims()));
      await expectRefused(world, () => withToken(token), 401, 'token_invalid');
    }
  });

  it('a token without the scope that the route needs, with 403', async () => {
    for (const scope of [['bank', 'save'], [], undefined]) {
      const token = await forge(header(), JSON.stringify(claims({ scope })));
      const error = await expectRefused(world, () => withToken(token), 403, 'scope_missing');
      expect(error.param).toBe('scope');
    }
  });
});

it('accepts a key as soon as it is made, and the older one until its overlap ends', async () => {
  const rotated = await world.operator(`/v1/sites/${world.site.id}/keys`, {
    method: 'POST',
    body: { expire_others_in: 60 },
  });
  const key: { id: string; secret: string } = await rotated.json();
  const fresh = () => world.token({}, { header: { kid: key.id }, secret: key.secret });
  expect((await withToken(await fresh())).status).toBe(200);
  expect((await withToken(await world.token())).status).toBe(200);
  world.advance(61);
  expect((await withToken(await fresh())).status).toBe(200);
  await expectRefused(world, async () => withToken(await world.token()), 401, 'token_invalid');
});

it('71: serves the request when the rate limiter throws', async () => {
  const broken: RateLimit = {
    limit: () => {
      throw new Error('limiter down');
    },
  };
  const response = await world.fetch(`/v1/sites/${world.site.id}/account`, {
    headers: { Origin: PAGE, Authorization: `Bearer ${await world.token()}` },
    env: { ...env, USER_RATE_LIMIT: broken, SITE_RATE_LIMIT: broken },
  });
  expect(response.status).toBe(200);
});

it('stops a user who asks too often, says when to come back, and lets other users go on', async () => {
  const token = await world.token();
  // More than twice what a minute allows: a new minute may begin among them.
  const answers = await Promise.all(Array.from({ length: 250 }, () => withToken(token)));
  const limited = answers.filter(({ status }) => status === 429);
  expect(limited.length).toBeGreaterThan(0);
  expect(limited[0]?.headers.get('Retry-After')).toBe('60');
  expect(limited[0]?.headers.get('Access-Control-Allow-Origin')).toBe(PAGE);
  expect((await withToken(await world.token({ sub: 'user_2' }))).status).toBe(200);
});

it('counts every request against the site, a forged one too, and stops them all when the site has too many', async () => {
  const counted: string[] = [];
  const limiter = (most: number): RateLimit => ({
    limit: async ({ key }) => {
      counted.push(key);
      return { success: counted.filter((one) => one === key).length <= most };
    },
  });
  const limited = { ...env, USER_RATE_LIMIT: limiter(9), SITE_RATE_LIMIT: limiter(3) };
  const ask = async (path: string, authorization?: string) => {
    const headers = { Origin: PAGE, ...(authorization === undefined ? {} : { Authorization: authorization }) };
    return (await world.fetch(`/v1/sites/${world.site.id}/${path}`, { headers, env: limited })).status;
  };
  const authorization = `Bearer ${await world.token()}`;
  expect(await ask('config')).toBe(200);
  expect(await ask('account', 'Bearer nonsense')).toBe(401);
  expect(await ask('account', authorization)).toBe(200);
  const site = world.site.id;
  expect(counted).toEqual([site, site, site, `${site}:user_1`]);
  expect(await ask('account', authorization)).toBe(429);
  expect(await ask('config')).toBe(429);
});

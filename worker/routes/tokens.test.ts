import { beforeEach, expect, it } from 'vitest';
import type { UserToken } from '../contract.ts';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const mint = (body: unknown, secret = world.site.key.secret) =>
  world.fetch(`/v1/sites/${world.site.id}/tokens`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

it('mints a token that the Worker accepts, for a backend without a JWT library', async () => {
  const response = await mint({ sub: 'user_7', email: 'ada@example.test', scope: ['onboard'], expires_in: 60 });
  expect(response.status).toBe(200);
  const { token, expires_at }: UserToken = await response.json();
  expect(expires_at).toBe(Math.floor(world.now() / 1000) + 60);
  expect((await world.ask('/account', { token })).status).toBe(200);
  world.advance(66);
  expect((await world.ask('/account', { token })).status).toBe(401);
});

it('mints with the newest key after a rotation', async () => {
  await world.operator(`/v1/sites/${world.site.id}/keys`, { method: 'POST', body: { expire_others_in: 60 } });
  const { token }: UserToken = await (await mint({ sub: 'user_7', scope: ['onboard'] })).json();
  world.advance(61);
  expect((await world.ask('/account', { token })).status).toBe(200);
});

for (const [name, body, code, param] of [
  ['no sub', { scope: ['onboard'] }, 'parameter_missing', 'sub'],
  ['a life over 600 s', { sub: 'u', expires_in: 601 }, 'parameter_invalid', 'expires_in'],
  ['an unknown scope', { sub: 'u', scope: ['admin'] }, 'parameter_invalid', 'scope.0'],
  ['an unknown claim', { sub: 'u', role: 'admin' }, 'parameter_unknown', 'role'],
  [
    'more than fits in 4 KB',
    { sub: 'u', account: { business_profile: { name: 'x'.repeat(4500) } } },
    'parameter_invalid',
    'account',
  ],
] as const) {
  it(`refuses ${name}, naming it`, async () => {
    const error = await expectRefused(world, () => mint(body), 400, code);
    expect(error.param).toBe(param);
  });
}

it("refuses anything but one of the site's own keys", async () => {
  const other = await createWorld();
  for (const secret of [other.site.key.secret, world.env.INLAY_OPERATOR_KEY, `${world.site.key.secret}x`]) {
    await expectRefused(world, () => mint({ sub: 'u' }, secret), 401, 'secret_key_invalid');
  }
});

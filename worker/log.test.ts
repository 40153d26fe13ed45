import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { createWorld, PAGE } from './testing/world.ts';

it('writes one line a request, with a request id and the fields on the list', async () => {
  const world = await createWorld();
  world.logs.length = 0;
  const response = await world.ask('/account_links', { body: { return_url: PAGE } });
  expect(world.logs).toEqual([
    {
      request_id: response.headers.get('Request-Id'),
      method: 'POST',
      route: '/v1/sites/:site/account_links',
      status: 200,
      ms: expect.any(Number),
      site: world.site.id,
      user: expect.stringMatching(/^[0-9a-f]{24}$/),
    },
  ]);
});

it('never has a secret, a token, a link, a mail address or a user id in a line, whatever happens', async () => {
  const canaries = {
    stripe: 'sk_test_CANARYstripe1234567890',
    user: 'CANARYuser',
    email: 'CANARYmail@example.test',
    path: 'CANARYpath',
  };
  const world = await createWorld({
    stripe: { secret_key: canaries.stripe, publishable_key: 'pk_test_1234567890' },
    key: { secret: 'CANARYkey-0123456789-0123456789-0123456789' },
  });
  const token = await world.token({ sub: canaries.user, email: canaries.email });
  const answers = [
    await world.ask('/account_links', { body: { return_url: `${PAGE}/${canaries.path}` }, token }),
    await world.ask('/account', { token }),
    await world.ask('/account_links', { body: { return_url: `https://evil.test/${canaries.path}` }, token }),
    await world.ask('/account', { token: `${token}x` }),
    await world.fetch('/v1/webhooks/stripe', {
      method: 'POST',
      headers: { 'Stripe-Signature': 't=1,v1=CANARY' },
      body: 'CANARY',
    }),
    await world.ask('/account_links', { body: { return_url: PAGE, CANARYparam: 1 }, token }),
  ];
  await world.control('keys', { revoke: canaries.stripe });
  answers.push(await world.ask('/account_links', { body: { return_url: PAGE }, token }));
  expect(world.logs.length).toBeGreaterThanOrEqual(answers.length);
  const known = ['CANARY', env.INLAY_OPERATOR_KEY, token, '/setup/', 'whsec_'];
  const logged = JSON.stringify(world.logs);
  for (const secret of known) expect(logged).not.toContain(secret);
  const errors = await Promise.all(answers.filter(({ ok }) => !ok).map((answer) => answer.text()));
  for (const secret of [...Object.values(canaries), 'CANARYkey', token]) expect(errors.join()).not.toContain(secret);
});

it('logs what went wrong for the operator, and tells the outside less', async () => {
  const world = await createWorld();
  const response = await world.fetch('/v1/sites', {
    headers: { Authorization: `Bearer ${env.INLAY_OPERATOR_KEY}` },
    env: { ...env, INLAY_ENCRYPTION_KEY: 'too short' },
  });
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toContain('INLAY_ENCRYPTION_KEY');
  expect(world.logs.at(-1)).toMatchObject({
    error: 'misconfigured',
    reason: expect.stringContaining('INLAY_ENCRYPTION_KEY'),
  });
});

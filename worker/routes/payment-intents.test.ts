import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PaymentMethod } from '../contract.ts';
import { answer } from '../testing/bank.ts';
import { expectRefused } from '../testing/refused.ts';
import { atStripe, chargeAs, deliver, type Saver, saver, withTerms } from '../testing/saver.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let ada: Saver;
let method: PaymentMethod;
beforeEach(async () => {
  world = await createWorld(withTerms);
  ada = saver(world);
  method = await ada.save();
});

interface Charge {
  readonly id: string;
  readonly amount: number;
  readonly payment_intent: string;
  readonly status: string;
}
const charges = async () =>
  (await atStripe<{ data: Charge[] }>(world, 'charges?limit=100')).data.filter(({ status }) => status === 'succeeded');
const charge = (body: Record<string, unknown> = {}, key?: string | null) =>
  chargeAs(world, { payment_method: method.id, ...body }, key);
const attempts = () =>
  world.stripe.requests().filter((one) => one.method === 'POST' && one.path === '/v1/payment_intents');
const error = async (response: Response): Promise<{ status: number; code: string; payment_intent?: string }> => {
  const body: { error: { code: string; payment_intent?: string } } = await response.json();
  return { status: response.status, ...body.error };
};
const next = (next_charge: string, times = 1) => world.control(`payment_methods/${method.id}`, { next_charge, times });

describe('a charge', () => {
  it('takes the money while the person is away, and says so as Stripe does', async () => {
    const made = await answer<{ id: string; latest_charge: string }>(
      await charge({ description: 'Ride 7', metadata: { ride: '7' } }, 'ride-7'),
    );
    expect(made).toEqual({
      object: 'payment_intent',
      id: expect.stringMatching(/^pi_/),
      status: 'succeeded',
      amount: 2_500,
      currency: 'usd',
      payment_method: method.id,
      latest_charge: expect.stringMatching(/^(ch|py)_/),
      created: Math.floor(world.now() / 1000),
    });
    expect(await charges()).toMatchObject([{ id: made.latest_charge, amount: 2_500, payment_intent: made.id }]);
    expect(attempts()[0]?.body).toMatchObject({
      off_session: 'true',
      confirm: 'true',
      description: 'Ride 7',
      metadata: { ride: '7' },
    });
  });

  it('is remembered as the method’s last use', async () => {
    world.advance(100);
    await charge();
    expect((await ada.list()).map((one) => one.last_used_at)).toEqual([Math.floor(world.now() / 1000)]);
  });

  it('may be under way for a while, and is then settled by Stripe', async () => {
    await next('processing');
    const made = await answer<{ id: string; status: string }>(await charge({}, 'slow'));
    expect(made.status).toBe('processing');
    world.advance(24 * 3_600);
    await deliverOf(made.id);
    expect(await answer(await charge({}, 'slow'))).toMatchObject({ id: made.id, status: 'succeeded' });
    expect(attempts()).toHaveLength(1);
  });
});

async function deliverOf(intent: string): Promise<void> {
  const customer = await customerOf('user_1');
  const object = { id: intent, object: 'payment_intent', customer };
  const event = {
    id: `evt_${crypto.randomUUID()}`,
    object: 'event',
    type: 'payment_intent.succeeded',
    livemode: false,
  };
  expect((await deliver(world, { ...event, created: 1, data: { object } })).status).toBe(200);
}

const customerOf = (sub: string) =>
  env.DB.prepare('SELECT customer_id FROM customers WHERE site_id = ? AND sub = ?')
    .bind(world.site.id, sub)
    .first<string>('customer_id');

describe('what is asked for', () => {
  it.each([
    ['amount', -1],
    ['amount', 0],
    ['amount', 49],
    ['amount', 0.5],
    ['amount', 1e21],
    ['amount', '100'],
    ['amount', null],
    ['currency', 'eur'],
    ['currency', 'USD'],
    ['payment_method', 'cus_1'],
    ['payment_method', 'pm_../x'],
    ['user', ''],
    ['metadata', { inlay_charge: 'x' }],
    ['metadata', { 'a[b]': 'x' }],
    ['metadata', { ride: 7 }],
    ['confirm', false],
    ['off_session', false],
    ['customer', 'cus_1'],
  ])('is refused, naming it, with %s %j', async (param, value) => {
    const refused = await expectRefused(world, () => charge({ [param]: value }), 400, codeFor(param));
    expect(refused.param).toContain(param);
  });

  const codeFor = (param: string) =>
    /confirm|off_session|customer/.test(param) ? 'parameter_unknown' : 'parameter_invalid';

  it.each([null, '', ' ', 'a key with spaces', 'é', 'x'.repeat(256)])(
    'needs an Idempotency-Key, which %j is not',
    async (key) => {
      const ask = () =>
        world.fetch(`/v1/sites/${world.site.id}/payment_intents`, {
          method: 'POST',
          headers: [
            ['Authorization', `Bearer ${world.site.key.secret}`],
            ['Content-Type', 'application/json'],
            ...(key === null || key === 'é' ? [] : [['Idempotency-Key', key] as [string, string]]),
          ],
          body: JSON.stringify({ user: 'user_1', payment_method: method.id, amount: 100, currency: 'usd' }),
        });
      await expectRefused(world, ask, 400, 'idempotency_key_missing');
    },
  );

  it('is 404 with a method of somebody else, of another site’s user, or of nobody', async () => {
    const others = await saver(world, 'user_2').save();
    await expectRefused(world, () => charge({ payment_method: others.id }), 404, 'resource_missing');
    await expectRefused(world, () => charge({ user: 'user_2' }), 404, 'resource_missing');
    await expectRefused(world, () => charge({ payment_method: 'pm_1Nope' }), 404, 'resource_missing');
    await expectRefused(world, () => charge({ user: 'nobody' }), 404, 'resource_missing');
  });

  it('is for servers with a secret key', async () => {
    const path = `/v1/sites/${world.site.id}/payment_intents`;
    const body = JSON.stringify({ user: 'user_1', payment_method: method.id, amount: 100, currency: 'usd' });
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'k' };
    const token = await world.token({ scope: ['save'] });
    const ask = (more: Record<string, string>) =>
      world.fetch(path, { method: 'POST', headers: { ...headers, ...more }, body });
    await expectRefused(world, () => ask({ Authorization: `Bearer ${token}` }), 401, 'secret_key_invalid');
    const fromPage = { Authorization: `Bearer ${world.site.key.secret}`, Origin: 'https://shop.example' };
    await expectRefused(world, () => ask(fromPage), 403, 'secret_key_in_browser');
  });
});

describe('one key', () => {
  it('is passed on to Stripe in a form that is bound to the site', async () => {
    await charge({}, 'ride-7');
    const [attempt] = attempts();
    expect(attempt?.headers['idempotency-key']).toMatch(new RegExp(`^inlay-charge-${world.site.id}-[0-9a-f]{64}$`));
  });

  it('is one charge, however often it is sent', async () => {
    const first = await answer(await charge({}, 'ride-7'));
    expect(await answer(await charge({}, 'ride-7'))).toEqual(first);
    expect(attempts()).toHaveLength(1);
  });

  it('is one charge for 50 who send it at once', async () => {
    const responses = await Promise.all(Array.from({ length: 50 }, () => charge({}, 'ride-7')));
    const made = await Promise.all(responses.map((response) => answer<{ id: string }>(response)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await charges()).toHaveLength(1);
  });

  it('and 49 others are 50 charges', async () => {
    const responses = await Promise.all(Array.from({ length: 50 }, (_, ride) => charge({}, `ride-${ride}`)));
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    expect(await charges()).toHaveLength(50);
  });

  it('is not for another body', async () => {
    await charge({ metadata: { a: '1', b: '2' } }, 'ride-7');
    expect((await charge({ metadata: { b: '2', a: '1' } }, 'ride-7')).status).toBe(200);
    for (const other of [{ amount: 2_501 }, { metadata: { a: '1' } }, { description: 'x' }]) {
      const body = { metadata: { a: '1', b: '2' }, ...other };
      await expectRefused(world, () => charge(body, 'ride-7'), 409, 'idempotency_conflict');
    }
  });

  it('is still one charge after Stripe has forgotten it', async () => {
    const first = await answer(await charge({}, 'ride-7'));
    world.advance(3 * 24 * 3_600);
    expect(await answer(await charge({}, 'ride-7'))).toEqual(first);
    expect(await charges()).toHaveLength(1);
  });

  it('of another site is another key', async () => {
    await charge({}, 'ride-7');
    const other = await createWorld(withTerms);
    const theirs = await saver(other).save();
    expect((await chargeAs(other, { payment_method: theirs.id }, 'ride-7')).status).toBe(200);
  });
});

describe('a charge that fails', () => {
  it.each(['decline', 'decline_400'])('is declined, whatever the status of Stripe’s answer: %s', async (how) => {
    await next(how);
    const declined = await error(await charge({}, 'ride-7'));
    expect(declined).toMatchObject({
      status: 402,
      code: 'payment_declined',
      payment_intent: expect.stringMatching(/^pi_/),
    });
    expect(await error(await charge({}, 'ride-7'))).toMatchObject({ code: 'payment_declined' });
    expect(attempts()).toHaveLength(1);
    expect((await charge({}, 'ride-8')).status).toBe(200);
    expect((await ada.list()).map(({ id }) => id)).toEqual([method.id]);
  });

  it.each(['requires_action', 'authentication_required'])('needs the person: %s', async (how) => {
    await next(how);
    expect(await error(await charge())).toMatchObject({ status: 402, code: 'payment_requires_action' });
    expect(await charges()).toEqual([]);
  });

  it('because it was revoked says so, and takes the method off the list', async () => {
    await world.control('revoke', { payment_method: method.id });
    expect(await error(await charge())).toMatchObject({ status: 409, code: 'mandate_inactive' });
    expect(await ada.list()).toEqual([]);
    expect(await error(await charge())).toMatchObject({ status: 409, code: 'payment_method_detached' });
  });

  it('because the method was detached elsewhere says so', async () => {
    await atStripe(world, `payment_methods/${method.id}/detach`, {});
    expect(await error(await charge())).toMatchObject({ status: 409, code: 'payment_method_detached' });
    expect(await ada.list()).toEqual([]);
  });

  it('because the person removed the method says so without asking Stripe', async () => {
    await ada.ask(`/payment_methods/${method.id}`, { method: 'DELETE' });
    await expectRefused(world, () => charge(), 409, 'payment_method_detached');
  });
});

describe('a charge of which nobody knows', () => {
  it('after a time-out is found by asking again with the same key', async () => {
    await world.control('faults', { match: 'POST /v1/payment_intents', times: 1, do: 'timeout_after_commit' });
    expect((await charge({}, 'ride-7')).status).toBe(200);
    expect(await charges()).toHaveLength(1);
  });

  it('is said to be unknown, and is one charge when the site repeats it', async () => {
    await world.control('faults', { match: 'POST /v1/payment_intents', times: 9, do: 'timeout_after_commit' });
    const response = await charge({}, 'ride-7');
    expect(response.headers.get('Retry-After')).toBe('5');
    expect(await error(response)).toMatchObject({ status: 503, code: 'payment_unknown' });
    let repeated = await charge({}, 'ride-7');
    for (let tries = 0; tries < 5 && repeated.status === 503; tries += 1) repeated = await charge({}, 'ride-7');
    expect(repeated.status).toBe(200);
    expect(await charges()).toHaveLength(1);
  });

  it('is known once Stripe tells of it', async () => {
    await world.control('faults', { match: 'POST /v1/payment_intents', times: 4, do: 'timeout_after_commit' });
    await charge({}, 'ride-7');
    const [{ payment_intent: intent } = { payment_intent: '' }] = await charges();
    await deliverOf(intent);
    const calls = attempts().length;
    expect(await answer(await charge({}, 'ride-7'))).toMatchObject({ id: intent, status: 'succeeded' });
    expect(attempts()).toHaveLength(calls);
  });

  it('is found at Stripe when it is asked for again only days later', async () => {
    await world.control('faults', { match: 'POST /v1/payment_intents', times: 4, do: 'timeout_after_commit' });
    await charge({}, 'ride-7');
    world.advance(3 * 24 * 3_600);
    expect((await charge({}, 'ride-7')).status).toBe(200);
    expect(await charges()).toHaveLength(1);
  });

  it('is one charge where Stripe saved a failure of its own under the key', async () => {
    await world.control('faults', { match: 'POST /v1/payment_intents', times: 1, do: '500' });
    const response = await charge({}, 'ride-7');
    expect([200, 503]).toContain(response.status);
    expect((await charge({}, 'ride-7')).status).toBe(200);
    expect(await charges()).toHaveLength(1);
  });

  it('is one charge where the Worker died after Stripe had made it', async () => {
    await env.DB.prepare(
      "CREATE TRIGGER die BEFORE UPDATE OF outcome ON charges BEGIN SELECT RAISE(ABORT, 'gone'); END",
    ).run();
    expect((await charge({}, 'ride-7')).status).toBe(503);
    await env.DB.prepare('DROP TRIGGER die').run();
    expect((await charge({}, 'ride-7')).status).toBe(200);
    expect(await charges()).toHaveLength(1);
  });

  it('is not charged at all while Stripe asks to slow down, which is told', async () => {
    await world.control('faults', { match: 'POST /v1/payment_intents', times: 9, do: '429' });
    expect(await error(await charge({}, 'ride-7'))).toMatchObject({ status: 503, code: 'stripe_busy' });
    expect(await charges()).toEqual([]);
  });
});

it('a charge that the site made by itself counts as a use', async () => {
  const customer = (await customerOf('user_1')) ?? '';
  world.advance(50);
  const made = await atStripe<{ id: string }>(world, 'payment_intents', {
    amount: '900',
    currency: 'usd',
    customer,
    payment_method: method.id,
    off_session: 'true',
    confirm: 'true',
    'allowed_payment_method_types[0]': 'cashapp',
  });
  await deliverOf(made.id);
  expect((await ada.list()).map((one) => one.last_used_at)).toEqual([Math.floor(world.now() / 1000)]);
});

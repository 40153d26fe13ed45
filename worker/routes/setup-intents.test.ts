import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../testing/bank.ts';
import { expectRefused } from '../testing/refused.ts';
import { atStripe, type Saver, saver, withTerms } from '../testing/saver.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let ada: Saver;
beforeEach(async () => {
  world = await createWorld(withTerms);
  ada = saver(world);
});

const asked = (path: string) => world.stripe.requests().filter((request) => request.path === path);
const change = async (settings: Record<string, unknown>) => {
  const response = await world.operator(`/v1/sites/${world.site.id}`, { method: 'PATCH', body: settings });
  expect(response.status).toBe(200);
  world.advance(61);
};

describe('the terms of saving', () => {
  it('name the merchant and link to its terms, and make nothing', async () => {
    expect(await ada.terms()).toEqual({
      object: 'setup_intent.terms',
      business_name: 'Rocket Rides',
      terms_url: 'https://shop.example/terms',
      version: expect.stringMatching(/^1-[0-9a-f]{12}$/),
      required: true,
      usage: 'off_session',
    });
    expect(world.stripeCalls()).toEqual([]);
  });

  it('are required until a method has been saved under them, and not after', async () => {
    const { id } = await ada.start();
    expect(await ada.terms()).toMatchObject({ required: true });
    await world.control(`cashapp/${id}`, { do: 'decline' });
    await ada.sync(id);
    expect(await ada.terms()).toMatchObject({ required: true });
    await ada.save();
    expect(await ada.terms()).toMatchObject({ required: false });
    expect(await saver(world, 'user_2').terms()).toMatchObject({ required: true });
  });

  it('are required again where the site has changed them', async () => {
    await ada.save();
    await change({ terms_url: 'https://shop.example/terms-2' });
    expect(await ada.terms()).toMatchObject({ required: true, terms_url: 'https://shop.example/terms-2' });
  });

  it('that the site does not have are named to its developer, and nothing starts', async () => {
    await change({ terms_url: null });
    const error = await expectRefused(world, () => ada.ask('/setup_intents'), 409, 'terms_not_configured');
    expect(error.param).toBe('terms_url');
    await expectRefused(world, () => ada.ask('/setup_intents', { body: {} }), 409, 'terms_not_configured');
  });
});

describe('an attempt to save', () => {
  it('is a SetupIntent for Cash App alone, of the user’s own customer, that nobody has confirmed', async () => {
    const made = await ada.start();
    expect(made).toEqual({
      object: 'setup_intent',
      id: expect.stringMatching(/^seti_/),
      client_secret: expect.stringContaining(`${made.id}_secret_`),
      publishable_key: 'pk_test_1234567890abcdef',
    });
    const intent = await atStripe<{ status: string; customer: string; usage: string }>(
      world,
      `setup_intents/${made.id}`,
    );
    expect(intent).toMatchObject({ status: 'requires_payment_method', usage: 'off_session' });
    const [request] = asked('/v1/setup_intents');
    expect(request?.body).toMatchObject({ allowed_payment_method_types: ['cashapp'], customer: intent.customer });
    expect(request?.body).not.toHaveProperty('confirm');
    expect(request?.body).not.toHaveProperty('payment_method_types');
  });

  it('is a new one each time, for one customer', async () => {
    const [one, other] = [await ada.start(), await ada.start()];
    expect(one.id).not.toBe(other.id);
    expect(asked('/v1/customers')).toHaveLength(1);
  });

  it('creates one customer where 20 begin at once', async () => {
    const { version } = await ada.terms();
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => ada.ask('/setup_intents', { body: { accepted_terms: version } })),
    );
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const customers = await atStripe<{ data: unknown[] }>(world, 'customers?limit=100');
    expect(customers.data).toHaveLength(1);
  });

  it('is refused where the terms were not accepted, or others were', async () => {
    await expectRefused(world, () => ada.ask('/setup_intents', { body: {} }), 400, 'terms_not_accepted');
    const other = { accepted_terms: '1-000000000000' };
    await expectRefused(world, () => ada.ask('/setup_intents', { body: other }), 400, 'terms_not_accepted');
    await ada.save();
    expect((await ada.ask('/setup_intents', { body: {} })).status).toBe(200);
    await expectRefused(world, () => ada.ask('/setup_intents', { body: other }), 400, 'terms_not_accepted');
  });

  it.each([
    ['a customer of its choice', { customer: 'cus_x' }],
    ['a usage of its choice', { usage: 'off_session' }],
    ['a language that is none', { locale: '<b>' }],
  ])('takes from the page no %s', async (_, body) => {
    const { version } = await ada.terms();
    const response = await ada.ask('/setup_intents', { body: { accepted_terms: version, ...body } });
    expect(response.status).toBe(400);
    expect(world.stripeCalls()).toEqual([]);
  });

  it('is for what the site allows and the token narrows', async () => {
    const present = saver(world, 'user_1', { save: { usage: 'on_session' } });
    await present.start();
    expect(asked('/v1/setup_intents')[0]?.body).toMatchObject({ usage: 'on_session' });
    await change({ save: { usage: 'on_session' } });
    await ada.start();
    expect(asked('/v1/setup_intents')[0]?.body).toMatchObject({ usage: 'on_session' });
    const wide = saver(world, 'user_1', { save: { usage: 'off_session' } });
    const error = await expectRefused(world, () => wide.ask('/setup_intents'), 400, 'parameter_invalid');
    expect(error.param).toBe('save.usage');
  });

  it('needs the scope save', async () => {
    const other = saver(world, 'user_1', { scope: ['bank', 'onboard'] });
    await expectRefused(world, () => other.ask('/setup_intents', { body: {} }), 403, 'scope_missing');
  });
});

describe('the consent', () => {
  it('is kept with terms, time, address and browser, for the site’s backend to see', async () => {
    const { version } = await ada.terms();
    const headers = { 'CF-Connecting-IP': '203.0.113.7', 'User-Agent': 'Mozilla/5.0 (test)' };
    const made = await answer<{ id: string }>(
      await ada.ask('/setup_intents', { body: { accepted_terms: version, locale: 'fr-CA' }, headers }),
    );
    const user = async () =>
      answer<{ consents: unknown }>(
        await world.fetch(`/v1/sites/${world.site.id}/users/user_1`, {
          headers: { Authorization: `Bearer ${world.site.key.secret}` },
        }),
      );
    const consent = {
      setup_intent: made.id,
      payment_method: null,
      terms_version: version,
      business_name: 'Rocket Rides',
      terms_url: 'https://shop.example/terms',
      locale: 'fr-CA',
      accepted_at: Math.floor(world.now() / 1000),
      ip_address: '203.0.113.7',
      user_agent: 'Mozilla/5.0 (test)',
    };
    expect((await user()).consents).toEqual([consent]);
    await world.control(`cashapp/${made.id}`, { do: 'approve' });
    const { payment_method: method } = await ada.sync(made.id);
    expect((await user()).consents).toEqual([{ ...consent, payment_method: method?.id }]);
    expect(JSON.stringify(world.logs)).not.toContain('203.0.113.7');
  });

  it('is kept before the page gets the secret, or the page gets none', async () => {
    const { version } = await ada.terms();
    await env.DB.prepare('ALTER TABLE consents RENAME TO consents_away').run();
    const response = await ada.ask('/setup_intents', { body: { accepted_terms: version } });
    const text = await response.text();
    await env.DB.prepare('ALTER TABLE consents_away RENAME TO consents').run();
    expect(response.status).toBe(503);
    expect(text).not.toContain('_secret_');
  });
});

describe('what became of an attempt', () => {
  it('is what Stripe says: not yet, then saved', async () => {
    const { id } = await ada.start();
    const before = await ada.sync(id);
    expect(before).toEqual({
      object: 'setup_intent',
      id,
      status: 'requires_payment_method',
      payment_method: null,
      last_setup_error: null,
    });
    await world.control(`cashapp/${id}`, { do: 'confirm' });
    expect(await ada.sync(id)).toMatchObject({ status: 'requires_action', payment_method: null });
    await world.control(`cashapp/${id}`, { do: 'approve' });
    expect(await ada.sync(id)).toEqual({
      ...before,
      status: 'succeeded',
      payment_method: {
        object: 'payment_method',
        id: expect.stringMatching(/^pm_/),
        type: 'cashapp',
        cashapp: { cashtag: expect.stringMatching(/^\$\w+/) },
        created: expect.any(Number),
        last_used_at: null,
      },
    });
  });

  it.each(['decline', 'expire'])('is a failure with Stripe’s code after: %s', async (what) => {
    const { id } = await ada.start();
    await world.control(`cashapp/${id}`, { do: what });
    expect(await ada.sync(id)).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      last_setup_error: { code: expect.stringMatching(/^setup_/) },
    });
    expect(await ada.list(0)).toEqual([]);
  });

  it('is nobody else’s to know', async () => {
    const { id } = await ada.start();
    await world.control(`cashapp/${id}`, { do: 'approve' });
    const bob = saver(world, 'user_2');
    await bob.start();
    for (const forged of [id, 'seti_1Nope', 'pi_1x', 'seti_../customers']) {
      const response = await bob.ask(`/setup_intents/${encodeURIComponent(forged)}/sync`, { body: {} });
      expect([response.status, forged]).toEqual([404, forged]);
    }
    expect(await bob.list(0)).toEqual([]);
  });

  it('is 404 for somebody who never began, without asking Stripe', async () => {
    const { id } = await ada.start();
    const bob = saver(world, 'user_2');
    const calls = world.stripeCalls();
    expect((await bob.ask(`/setup_intents/${id}/sync`, { body: {} })).status).toBe(404);
    expect(world.stripeCalls()).toEqual(calls);
  });
});

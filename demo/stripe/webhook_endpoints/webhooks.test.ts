import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { EXPRESS, listener, type Received, type Stand, stand } from '../testing/stand.ts';
import { walk } from '../testing/walk.ts';
import { signature } from './signature.ts';

type Hook = Awaited<ReturnType<typeof listener>> & { id: string; secret: string };

async function hook(
  { sdk }: Stand,
  params: Partial<Stripe.WebhookEndpointCreateParams> = {},
  status?: Parameters<typeof listener>[0],
): Promise<Hook> {
  const at = await listener(status);
  const { id, secret = '' } = await sdk.webhookEndpoints.create({ url: at.url, enabled_events: ['*'], ...params });
  return { ...at, id, secret };
}

const verified = ({ sdk }: Stand, { secret }: Hook, { body, headers }: Received) =>
  sdk.webhooks.constructEvent(body, String(headers['stripe-signature']), secret);

test('the signature is that of the known example', async () => {
  expect(await signature('whsec_simulator', 1767225600, '{"id":"evt_1","object":"event","type":"ping"}')).toBe(
    't=1767225600,v1=11634a1e45e4337fae9223656e6b31342b7e5e7e36cd4e1c26b3c919e03ac9a0',
  );
});

test('a change is delivered as a signed, indented event that the SDK accepts', async () => {
  const at = await stand();
  const here = await hook(at);
  const customer = await at.sdk.customers.create({ name: 'Jenny' }, { idempotencyKey: 'jenny' });
  await at.stripe.settled();
  const [received] = here.received;
  if (!received) throw new Error('Nothing was delivered.');
  expect(received.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(received.body).toContain('\n  "object": "event"');
  expect(verified(at, here, received)).toMatchObject({
    object: 'event',
    type: 'customer.created',
    api_version: '2026-10-28.endive',
    livemode: false,
    pending_webhooks: 1,
    request: { id: customer.lastResponse.requestId, idempotency_key: 'jenny' },
    data: { object: { id: customer.id, name: 'Jenny' } },
  });
  expect(received.event).not.toHaveProperty('account');
  expect((await at.sdk.events.retrieve(received.event.id)).pending_webhooks).toBe(0);
});

test('a wrong secret does not fit', async () => {
  const at = await stand();
  const [one, other] = [await hook(at), await hook(at)];
  await at.sdk.customers.create({});
  await at.stripe.settled();
  const [received] = one.received;
  if (!received) throw new Error('Nothing was delivered.');
  expect(() => verified(at, other, received)).toThrow(Stripe.errors.StripeSignatureVerificationError);
});

test('updates say what changed, and only that', async () => {
  const at = await stand();
  const here = await hook(at, { enabled_events: ['customer.updated'] });
  const { id } = await at.sdk.customers.create({ name: 'Jenny', metadata: { a: '1', b: '2' } });
  await at.sdk.customers.update(id, { name: 'Jane', metadata: { b: '3', c: '4' } });
  await at.sdk.customers.update(id, { name: 'Jane' });
  await at.stripe.settled();
  expect(here.received.map(({ body }) => JSON.parse(body).data.previous_attributes)).toEqual([
    { name: 'Jenny', metadata: { b: '2', c: null } },
  ]);
});

test('events of connected accounts go to connect endpoints, the platform’s own to the others', async () => {
  const at = await stand();
  const [own, connect] = [await hook(at), await hook(at, { connect: true })];
  const { id } = await at.sdk.accounts.create(EXPRESS);
  await at.sdk.customers.create({});
  await at.sdk.customers.create({}, { stripeAccount: id });
  await at.control('account', { account: id, scenario: 'enabled' });
  await at.stripe.settled();
  expect(own.types()).toEqual(['customer.created']);
  expect(connect.types()).toContain('account.updated');
  expect(connect.received.every(({ event }) => event.account === id)).toBe(true);
  expect(connect.types()).toContain('customer.created');
});

test('onboarding tells the platform step by step, from the person to the account', async () => {
  const at = await stand();
  const connect = await hook(at, { connect: true });
  const { id } = await at.sdk.accounts.create(EXPRESS);
  const { url } = await at.sdk.accountLinks.create({
    account: id,
    type: 'account_onboarding',
    refresh_url: 'http://shop.test/r',
    return_url: 'http://shop.test/d',
  });
  await at.stripe.settled();
  expect(connect.types()).toEqual([]);
  const w = walk(at);
  await w.open(url);
  await w.finish();
  await at.stripe.settled();
  const types = connect.types();
  expect(new Set(types)).toEqual(
    new Set([
      'person.created',
      'person.updated',
      'account.external_account.created',
      'capability.updated',
      'account.application.authorized',
      'account.updated',
    ]),
  );
  expect(types.filter((type) => type === 'capability.updated')).toHaveLength(2);
  const last = connect.received.findLast(({ event }) => event.type === 'account.updated');
  if (!last) throw new Error('No account.updated came.');
  expect(verified(at, connect, last)).toMatchObject({
    account: id,
    request: { id: null, idempotency_key: null },
    data: {
      object: { id, charges_enabled: true, details_submitted: true },
      previous_attributes: {
        charges_enabled: false,
        details_submitted: false,
        capabilities: { card_payments: 'inactive' },
      },
    },
  });
});

test('the state can be read by whoever is told of it', async () => {
  const at = await stand();
  const { id } = await at.sdk.accounts.create(EXPRESS);
  const seen: boolean[] = [];
  await hook(at, { connect: true, enabled_events: ['account.updated', 'capability.updated'] }, async () => {
    seen.push((await at.sdk.accounts.retrieve(id)).charges_enabled);
    return 200;
  });
  await at.control('account', { account: id, scenario: 'enabled' });
  expect(seen).toEqual([true, true, true]);
});

test('a check that ends by itself is announced when the clock gets there', async () => {
  const at = await stand();
  const { id } = await at.sdk.accounts.create(EXPRESS);
  await at.control('account', { account: id, scenario: 'pending_verification' });
  const here = await hook(at, { connect: true, enabled_events: ['account.updated'] });
  await at.control('clock', { advance: 24 * 60 * 60 });
  expect(here.received.map(({ body }) => JSON.parse(body).data.object.charges_enabled)).toEqual([true]);
});

test('ending the access is the last thing a platform hears', async () => {
  const at = await stand();
  const { id } = await at.sdk.accounts.create(EXPRESS);
  const here = await hook(at, { connect: true });
  await at.control('account', { account: id, scenario: 'deauthorized' });
  expect(here.received.map(({ body }) => JSON.parse(body))).toMatchObject([
    {
      type: 'account.application.deauthorized',
      account: id,
      data: { object: { object: 'application', id: 'ca_demo' } },
    },
  ]);
});

test('what fails is tried three more times, later and later, each time signed anew', async () => {
  const at = await stand();
  const here = await hook(at, {}, () => 500);
  await at.sdk.customers.create({});
  await at.stripe.settled();
  const counts = [here.received.length];
  for (const wait of [10 * 60, 60 * 60, 3 * 60 * 60, 24 * 60 * 60]) {
    // The stand-in's clock goes on by itself meanwhile, on a slow machine by some seconds.
    await at.control('clock', { advance: wait - 60 });
    counts.push(here.received.length);
    await at.control('clock', { advance: 60 });
    counts.push(here.received.length);
  }
  expect(counts).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 4]);
  expect(new Set(here.received.map(({ event }) => event.id)).size).toBe(1);
  expect((await at.sdk.events.list({ delivery_success: false })).data).toHaveLength(1);
});

test('after one failure the next try may do', async () => {
  const at = await stand();
  const here = await hook(at, {}, (count) => (count === 1 ? 503 : 204));
  await at.sdk.customers.create({});
  await at.stripe.settled();
  await at.control('clock', { advance: 24 * 60 * 60 });
  await at.control('clock', { advance: 24 * 60 * 60 });
  expect(here.received).toHaveLength(2);
});

test('a redirect is not followed and counts as a failure', async () => {
  const at = await stand();
  const here = await hook(at, {}, (count) => (count === 1 ? 302 : 200));
  await at.sdk.customers.create({});
  await at.stripe.settled();
  expect(here.received).toHaveLength(1);
  await at.control('clock', { advance: 600 });
  expect(here.received).toHaveLength(2);
});

test('a disabled or deleted endpoint gets nothing more, retries included', async () => {
  const at = await stand();
  const [disabled, deleted] = [await hook(at, {}, () => 500), await hook(at, {}, () => 500)];
  await at.sdk.customers.create({});
  await at.stripe.settled();
  await at.sdk.webhookEndpoints.update(disabled.id, { disabled: true });
  await at.sdk.webhookEndpoints.del(deleted.id);
  await at.sdk.customers.create({});
  await at.control('clock', { advance: 24 * 60 * 60 });
  expect([disabled.received.length, deleted.received.length]).toEqual([1, 1]);
});

async function customers({ sdk }: Stand, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.push((await sdk.customers.create({})).id);
  return ids;
}

test('deliveries can be held and released in another order', async () => {
  const at = await stand();
  const here = await hook(at);
  await at.control('deliveries', { endpoint: here.id, hold: true, shuffle: 3 });
  const ids = await customers(at, 6);
  await at.stripe.settled();
  expect(here.received).toEqual([]);
  await at.control('deliveries', { endpoint: here.id, release: true });
  const order = here.received.map(({ body }) => JSON.parse(body).data.object.id);
  expect(order).not.toEqual(ids);
  expect(order.toSorted()).toEqual(ids.toSorted());
});

test('deliveries can be doubled, lost and made to fail, for as many as was said', async () => {
  const at = await stand();
  const here = await hook(at);
  const count = async (order: object) => {
    await at.control('deliveries', { endpoint: here.id, ...order });
    here.received.length = 0;
    await customers(at, 2);
    await at.stripe.settled();
    return here.received.length;
  };
  expect(await count({ duplicate: 1 })).toBe(3);
  expect(await count({ drop: 1 })).toBe(1);
  expect(await count({ drop: true })).toBe(0);
  expect(await count({ drop: false, fail: 1 })).toBe(1);
  here.received.length = 0;
  await at.control('clock', { advance: 600 });
  expect(here.received).toHaveLength(1);
});

test('one event can be sent again', async () => {
  const at = await stand();
  const here = await hook(at);
  await customers(at, 1);
  await at.stripe.settled();
  const id = here.received[0]?.event.id;
  expect(await (await at.control(`events/${id}/resend`)).json()).toEqual({ event: id, endpoints: 1 });
  expect(here.received.map(({ event }) => event.id)).toEqual([id, id]);
  expect((await at.control('events/evt_nope/resend')).status).toBe(404);
});

test('the secret is shown once', async () => {
  const { sdk } = await stand();
  const created = await sdk.webhookEndpoints.create({
    url: 'http://127.0.0.1:9/hook',
    enabled_events: ['account.updated'],
    connect: true,
  });
  expect(created.secret).toMatch(/^whsec_\w{32}$/);
  const read = await sdk.webhookEndpoints.retrieve(created.id);
  expect(read).toMatchObject({
    status: 'enabled',
    enabled_events: ['account.updated'],
    application: null,
    description: null,
  });
  expect(read).not.toHaveProperty('secret');
  expect(await sdk.webhookEndpoints.update(created.id, { url: 'http://127.0.0.1:9/other' })).toMatchObject({
    url: 'http://127.0.0.1:9/other',
  });
  expect((await sdk.webhookEndpoints.list()).data).toHaveLength(1);
});

test('events are listed by type and can be read for 30 days', async () => {
  const at = await stand();
  const [id] = await customers(at, 2);
  await at.sdk.customers.update(String(id), { name: 'New' });
  const types = async (params: Stripe.EventListParams) =>
    (await at.sdk.events.list(params)).data.map(({ type }) => type);
  expect(await types({})).toEqual(['customer.updated', 'customer.created', 'customer.created']);
  expect(await types({ type: 'customer.updated' })).toEqual(['customer.updated']);
  expect(await types({ types: ['customer.created', 'product.created'] })).toHaveLength(2);
  expect(await types({ type: 'customer.*' })).toHaveLength(3);
  await at.control('clock', { advance: 30 * 24 * 60 * 60 });
  expect(await types({})).toEqual([]);
});

test('events of a connected account are read with its header', async () => {
  const { sdk } = await stand();
  const { id } = await sdk.accounts.create(EXPRESS);
  await sdk.accounts.update(id, { email: 'a@b.test' });
  expect((await sdk.events.list()).data).toEqual([]);
  expect((await sdk.events.list({}, { stripeAccount: id })).data).toMatchObject([
    { type: 'account.updated', account: id },
  ]);
});

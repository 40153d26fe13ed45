import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { cashapp } from '../testing/cashapp.ts';

const NEXT = 'cashapp_handle_redirect_or_display_qr_code';
const linksOf = (intent: Stripe.SetupIntent) => {
  const links = intent.next_action?.[NEXT];
  if (!links) throw new Error(`No links while the intent is ${intent.status}.`);
  return links;
};

test('approval saves the method, with its $cashtag and a mandate that names the browser', async () => {
  const { sdk, setup, confirm, decide, customer, told } = await cashapp();
  const intent = await setup();
  await confirm(intent);
  await decide(intent.id, 'approve');
  const done = await sdk.setupIntents.retrieve(intent.id, { expand: ['payment_method', 'mandate'] });
  expect(done).toMatchObject({
    status: 'succeeded',
    next_action: null,
    last_setup_error: null,
    latest_attempt: expect.stringMatching(/^setatt_/),
    payment_method: {
      object: 'payment_method',
      type: 'cashapp',
      customer,
      cashapp: { buyer_id: expect.stringMatching(/^cashapp_buyer_/), cashtag: '$adalovelace' },
    },
    mandate: {
      object: 'mandate',
      status: 'active',
      type: 'multi_use',
      payment_method_details: { type: 'cashapp', cashapp: {} },
      customer_acceptance: {
        type: 'online',
        accepted_at: 1_793_000_000,
        online: { ip_address: '127.0.0.1', user_agent: 'Mozilla/5.0 (test)' },
      },
    },
  });
  expect((await sdk.customers.listPaymentMethods(customer)).data).toHaveLength(1);
  expect((await told()).slice(2)).toEqual(['payment_method.attached', 'setup_intent.succeeded']);
});

test('saved twice, a person has two methods and one $cashtag', async () => {
  const { sdk, saved } = await cashapp();
  const [first, second] = [await saved(), await saved()];
  expect(first).not.toBe(second);
  const [a, b] = await Promise.all([sdk.paymentMethods.retrieve(first), sdk.paymentMethods.retrieve(second)]);
  expect(a.cashapp).toEqual(b.cashapp);
});

test.each([
  ['decline', 'setup_intent_authentication_failure'],
  ['expire', 'setup_intent_setup_attempt_expired'],
] as const)('%s leaves the intent open for another try, with another method', async (what, code) => {
  const { sdk, setup, confirm, decide, told, customer } = await cashapp();
  const intent = await setup();
  const { payment_method: tried } = await (await confirm(intent)).json();
  await decide(intent.id, what);
  expect(await sdk.setupIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_setup_error: {
      code,
      type: 'invalid_request_error',
      doc_url: expect.stringContaining(code.replaceAll('_', '-')),
      payment_method: { id: tried, type: 'cashapp' },
    },
  });
  expect((await told()).at(-1)).toBe('setup_intent.setup_failed');
  expect((await sdk.customers.listPaymentMethods(customer)).data).toEqual([]);
  expect((await confirm(intent, `payment_method=${tried}&return_url=https%3A%2F%2Fshop.example`)).status).toBe(400);
  expect((await confirm(intent)).status).toBe(200);
});

test('nobody decides: after ten minutes the attempt expires by itself', async () => {
  const { sdk, setup, confirm, advance, told } = await cashapp();
  const intent = await setup();
  await confirm(intent);
  await advance(599);
  expect((await sdk.setupIntents.retrieve(intent.id)).status).toBe('requires_action');
  await advance(1);
  expect(await sdk.setupIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_payment_method',
    last_setup_error: { code: 'setup_intent_setup_attempt_expired' },
  });
  expect((await told()).at(-1)).toBe('setup_intent.setup_failed');
});

test('links are new once the old ones have run out, twenty times', async () => {
  const { sdk, setup, confirm, advance } = await cashapp();
  const { id, ...intent } = await setup();
  await confirm({ id, client_secret: intent.client_secret });
  const seen = new Set<string>();
  for (let read = 0; read < 20; read += 1) {
    const links = linksOf(await sdk.setupIntents.retrieve(id));
    expect(linksOf(await sdk.setupIntents.retrieve(id))).toEqual(links);
    seen.add(links.mobile_auth_url).add(links.qr_code.image_url_svg);
    expect(links.qr_code.expires_at).toBe(1_793_000_000 + (read + 1) * 30);
    if (read < 19) await advance(30);
  }
  expect(seen.size).toBe(40);
});

test('an intent is confirmed once at a time, and not again when it has succeeded', async () => {
  const { setup, confirm, decide } = await cashapp();
  const intent = await setup();
  await confirm(intent);
  const again = await confirm(intent);
  expect(again.status).toBe(400);
  expect((await again.json()).error.code).toBe('setup_intent_unexpected_state');
  await decide(intent.id, 'approve');
  expect((await (await confirm(intent)).json()).error.code).toBe('setup_intent_unexpected_state');
});

test('a canceled intent is final, and so is its attempt', async () => {
  const { sdk, setup, confirm, control, told } = await cashapp();
  const intent = await setup();
  await confirm(intent);
  expect(await sdk.setupIntents.cancel(intent.id, { cancellation_reason: 'abandoned' })).toMatchObject({
    status: 'canceled',
    cancellation_reason: 'abandoned',
    next_action: null,
  });
  expect((await control(`cashapp/${intent.id}`, { do: 'approve' })).status).toBe(400);
  await expect(sdk.setupIntents.cancel(intent.id)).rejects.toMatchObject({ code: 'setup_intent_unexpected_state' });
  expect((await told()).at(-1)).toBe('setup_intent.canceled');
});

test('a server confirms with a return URL and says itself who agreed', async () => {
  const { sdk, setup, decide } = await cashapp();
  const intent = await setup({
    confirm: true,
    payment_method_data: { type: 'cashapp' },
    return_url: 'https://shop.example',
    mandate_data: {
      customer_acceptance: { type: 'online', online: { ip_address: '203.0.113.7', user_agent: 'Phone' } },
    },
  });
  expect(intent.status).toBe('requires_action');
  await decide(intent.id, 'approve');
  const { mandate } = await sdk.setupIntents.retrieve(intent.id);
  expect(await sdk.mandates.retrieve(String(mandate))).toMatchObject({
    customer_acceptance: { type: 'online', online: { ip_address: '203.0.113.7', user_agent: 'Phone' } },
  });
});

test('who was deleted meanwhile has nothing saved for them', async () => {
  const { sdk, setup, confirm, decide, customer } = await cashapp();
  const intent = await setup();
  await confirm(intent);
  await sdk.customers.del(customer);
  await decide(intent.id, 'approve');
  expect(await sdk.setupIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_payment_method',
    payment_method: null,
  });
});

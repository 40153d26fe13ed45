import { expect, test } from 'vitest';
import { BROWSER, CONFIRMATION, cashapp } from '../testing/cashapp.ts';
import { CUSTOM, EXPRESS, listener, stand } from '../testing/stand.ts';

const NEXT = 'cashapp_handle_redirect_or_display_qr_code';

test('a new intent has every field, and waits for a payment method', async () => {
  const { sdk, setup, customer, told } = await cashapp();
  const created = await setup({ usage: 'on_session', metadata: { a: '1' } });
  expect(created).toEqual({
    id: expect.stringMatching(/^seti_/),
    object: 'setup_intent',
    allowed_payment_method_types: ['cashapp'],
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: expect.stringMatching(new RegExp(`^${created.id}_secret_`)),
    created: 1_793_000_000,
    customer,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: { a: '1' },
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['cashapp'],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: 'on_session',
  });
  expect(await sdk.setupIntents.retrieve(created.id)).toEqual(created);
  expect(await told()).toEqual(['setup_intent.created']);
});

test.each([
  ['payment_method_types[]=cashapp', { code: 'payment_method_types_no_longer_supported' }],
  ['customer=cus_nope', { code: 'resource_missing', param: 'customer' }],
  ['allowed_payment_method_types[]=klarna', { param: 'allowed_payment_method_types' }],
  [
    'allowed_payment_method_types[]=cashapp&automatic_payment_methods[enabled]=true',
    { code: 'parameters_exclusive', param: 'automatic_payment_methods' },
  ],
  ['mandate_data[customer_acceptance][type]=online', { param: 'mandate_data' }],
  ['return_url=https%3A%2F%2Fshop.example', { param: 'return_url' }],
  ['confirm=true&payment_method_data[type]=cashapp', { code: 'parameter_missing', param: 'return_url' }],
  ['payment_method=pm_nope', { code: 'resource_missing', param: 'payment_method' }],
  ['payment_method_options[cashapp][capture_method]=manual', { code: 'parameter_unknown' }],
  ['usage=sometimes', { param: 'usage' }],
])('an intent from "%s" is refused', async (form, error) => {
  const { post, sdk } = await cashapp();
  const response = await post('/v1/setup_intents', form, { 'Stripe-Version': '2026-10-28.endive' });
  expect(response.status).toBe(400);
  expect((await response.json()).error).toMatchObject({ type: 'invalid_request_error', ...error });
  expect((await sdk.setupIntents.list()).data).toEqual([]);
});

test('an older version, or none, still takes the types that endive refuses', async () => {
  const { post } = await cashapp();
  for (const headers of [{}, { 'Stripe-Version': '2026-08-26.dahlia' }]) {
    const response = await post('/v1/setup_intents', 'payment_method_types[]=cashapp', headers);
    expect(await response.json()).toMatchObject({ payment_method_types: ['cashapp'] });
  }
});

test('Cash App is for accounts in the United States that may take it', async () => {
  const { sdk } = await cashapp();
  const capabilities = { cashapp_payments: { requested: true } };
  const { id } = await sdk.accounts.create({ ...CUSTOM, country: 'US', capabilities });
  await expect(
    sdk.setupIntents.create({ allowed_payment_method_types: ['cashapp'] }, { stripeAccount: id }),
  ).rejects.toMatchObject({ statusCode: 400, param: 'allowed_payment_method_types' });
});

test('the browser confirms with the client secret, and sees what a browser may see', async () => {
  const { setup, confirm, told } = await cashapp();
  const intent = await setup();
  const confirmed = await (await confirm(intent)).json();
  expect(Object.keys(confirmed).sort()).toEqual([
    'cancellation_reason',
    'client_secret',
    'created',
    'description',
    'id',
    'last_setup_error',
    'livemode',
    'next_action',
    'object',
    'payment_method',
    'payment_method_types',
    'status',
    'usage',
  ]);
  expect(confirmed).toMatchObject({
    status: 'requires_action',
    next_action: {
      type: NEXT,
      [NEXT]: {
        hosted_instructions_url: expect.stringContaining('/cashapp/instructions/'),
        mobile_auth_url: expect.stringContaining('/cashapp/authorize/'),
        qr_code: {
          expires_at: 1_793_000_030,
          image_url_png: expect.stringMatching(/\/cashapp\/qr\/\w+\.png$/),
          image_url_svg: expect.stringMatching(/\/cashapp\/qr\/\w+\.svg$/),
        },
      },
    },
  });
  expect(await told()).toEqual(['setup_intent.created', 'setup_intent.requires_action']);
});

test('a browser needs the right client secret, and may do nothing else', async () => {
  const { setup, raw, post } = await cashapp();
  const { id, client_secret } = await setup();
  const other = await setup();
  const read = (query: string) => raw(`/v1/setup_intents/${id}${query}`, { headers: BROWSER });
  expect((await read('')).status).toBe(400);
  expect((await read(`?client_secret=${other.client_secret}`)).status).toBe(400);
  expect((await read(`?client_secret=${client_secret}`)).status).toBe(200);
  expect((await post(`/v1/setup_intents/${id}/confirm`, 'payment_method_data[type]=cashapp', BROWSER)).status).toBe(
    400,
  );
  for (const path of [`/v1/setup_intents/${id}/cancel`, `/v1/setup_intents/${id}`, '/v1/setup_intents'])
    expect((await post(path, `client_secret=${client_secret}`, BROWSER)).status).toBe(403);
});

test('intents are updated, listed by customer, and those of another account do not exist', async () => {
  const { sdk, as, setup, customer } = await cashapp();
  const { id } = await setup();
  expect(await sdk.setupIntents.update(id, { description: 'Later', metadata: { a: '1' } })).toMatchObject({
    description: 'Later',
    metadata: { a: '1' },
  });
  await sdk.setupIntents.create({});
  expect((await sdk.setupIntents.list({ customer })).data.map((intent) => intent.id)).toEqual([id]);
  await expect(as('sk_test_other').setupIntents.retrieve(id)).rejects.toMatchObject({
    statusCode: 404,
    message: `No such setupintent: '${id}'`,
  });
});

test('cards are saved, declined or asked about at once', async () => {
  const { sdk, customer, told } = await cashapp();
  const save = (payment_method: string) => sdk.setupIntents.create({ customer, payment_method, confirm: true });
  expect(await save('pm_card_visa')).toMatchObject({ status: 'succeeded', mandate: null });
  expect(await save('pm_card_authenticationRequired')).toMatchObject({
    status: 'requires_action',
    next_action: { type: 'use_stripe_sdk' },
  });
  await expect(save('pm_card_chargeDeclined')).rejects.toMatchObject({
    statusCode: 402,
    code: 'card_declined',
    decline_code: 'generic_decline',
    setup_intent: { status: 'requires_payment_method', last_setup_error: { code: 'card_declined' } },
  });
  expect((await told()).filter((type) => type !== 'setup_intent.created')).toEqual([
    'payment_method.attached',
    'setup_intent.succeeded',
    'setup_intent.requires_action',
    'setup_intent.setup_failed',
  ]);
});

test('on a connected account, browser and events act on that account', async () => {
  const { sdk, post, control, hook } = await connected();
  const { id: account } = await sdk.accounts.create({
    ...EXPRESS,
    capabilities: { ...EXPRESS.capabilities, cashapp_payments: { requested: true } },
  });
  await control('account', { account, scenario: 'enabled' });
  const intent = await sdk.setupIntents.create(
    { allowed_payment_method_types: ['cashapp'] },
    { stripeAccount: account },
  );
  const form = `client_secret=${intent.client_secret}&${CONFIRMATION}`;
  const path = `/v1/setup_intents/${intent.id}/confirm`;
  expect((await post(path, form, BROWSER)).status).toBe(404);
  expect((await post(path, form, { ...BROWSER, 'Stripe-Account': account })).status).toBe(200);
  await control(`cashapp/${intent.id}`, { do: 'approve' });
  const told = hook.received.filter(({ event }) => event.type === 'setup_intent.succeeded');
  expect(told.map(({ event }) => event.account)).toEqual([account]);
});

/** With a listener for what happens at connected accounts. */
async function connected() {
  const at = await stand();
  const hook = await listener();
  await at.sdk.webhookEndpoints.create({ url: hook.url, enabled_events: ['*'], connect: true });
  return { ...at, hook };
}

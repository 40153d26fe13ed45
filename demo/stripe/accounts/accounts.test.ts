import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { CUSTOM, EXPRESS, stand } from '../testing/stand.ts';

const URLS = {
  type: 'account_onboarding',
  refresh_url: 'http://shop.test/r',
  return_url: 'http://shop.test/d',
} as const;

test('an account created with controller reads back who is responsible for what', async () => {
  const { sdk } = await stand();
  const account = await sdk.accounts.create({
    ...EXPRESS,
    email: 'shop@example.test',
    country: 'DE',
    metadata: { user: '7' },
  });
  expect(account).toMatchObject({
    id: expect.stringMatching(/^acct_1\w{16}$/),
    type: 'none',
    controller: { ...EXPRESS.controller, type: 'application', is_controller: true },
    capabilities: { card_payments: 'inactive', transfers: 'inactive' },
    country: 'DE',
    default_currency: 'eur',
    charges_enabled: false,
    payouts_enabled: false,
    details_submitted: false,
    metadata: { user: '7' },
    requirements: { past_due: [], disabled_reason: 'requirements.past_due' },
  });
  expect(account.requirements?.currently_due).toContain('external_account');
  expect(await sdk.accounts.retrieve(account.id)).toMatchObject({ email: 'shop@example.test' });
});

test('a country that Stripe does not know is refused by name, and nothing is created', async () => {
  const { sdk } = await stand();
  await expect(sdk.accounts.create({ ...EXPRESS, country: 'XX' })).rejects.toMatchObject({
    statusCode: 400,
    code: 'country_unsupported',
    param: 'country',
  });
  expect((await sdk.accounts.list()).data).toEqual([]);
});

test('without controller or type it is a standard account, with the capabilities those get unasked', async () => {
  const { sdk } = await stand();
  expect(await sdk.accounts.create({})).toMatchObject({
    type: 'standard',
    controller: { fees: { payer: 'account' }, losses: { payments: 'stripe' }, stripe_dashboard: { type: 'full' } },
    capabilities: { card_payments: 'inactive', transfers: 'inactive' },
  });
});

test.each([
  [
    'standard',
    {
      fees: { payer: 'account' },
      losses: { payments: 'stripe' },
      requirement_collection: 'stripe',
      stripe_dashboard: { type: 'full' },
    },
  ],
  [
    'express',
    {
      fees: { payer: 'application_express' },
      losses: { payments: 'application' },
      requirement_collection: 'stripe',
      stripe_dashboard: { type: 'express' },
    },
  ],
  [
    'custom',
    {
      fees: { payer: 'application_custom' },
      losses: { payments: 'application' },
      requirement_collection: 'application',
      stripe_dashboard: { type: 'none' },
    },
  ],
])('type %s still works', async (type, controller) => {
  const { sdk } = await stand();
  expect(await sdk.accounts.create({ type })).toMatchObject({ type, controller });
});

const combos = (['account', 'application'] as const).flatMap((payer) =>
  (['application', 'stripe'] as const).flatMap((payments) =>
    (['application', 'stripe'] as const).flatMap((requirement_collection) =>
      (['express', 'full', 'none'] as const).map((type) => ({
        fees: { payer },
        losses: { payments },
        requirement_collection,
        stripe_dashboard: { type },
      })),
    ),
  ),
);
const ALLOWED = [
  'account stripe stripe full',
  'account stripe stripe none',
  'application stripe stripe none',
  'application application stripe express',
  'application application application none',
];

test.each(combos)(
  'the combination $fees.payer, $losses.payments, $requirement_collection, $stripe_dashboard.type is allowed or refused as Stripe does',
  async (controller) => {
    const { sdk } = await stand();
    const name = [
      controller.fees.payer,
      controller.losses.payments,
      controller.requirement_collection,
      controller.stripe_dashboard.type,
    ].join(' ');
    const created = sdk.accounts.create({ controller });
    if (ALLOWED.includes(name)) await expect(created).resolves.toMatchObject({ controller });
    else
      await expect(created).rejects.toMatchObject({ statusCode: 400, param: expect.stringMatching(/^controller\[/) });
  },
);

test('type and controller exclude each other', async () => {
  const { sdk } = await stand();
  await expect(sdk.accounts.create({ ...EXPRESS, type: 'express' })).rejects.toMatchObject({
    code: 'parameters_exclusive',
  });
});

test('what Stripe collects can be prefilled only until the first link, and is hidden from then on', async () => {
  const { sdk } = await stand();
  const { id } = await sdk.accounts.create(EXPRESS);
  const prefilled = await sdk.accounts.update(id, {
    business_type: 'individual',
    individual: { first_name: 'Ada', address: { city: 'Reno' } },
  });
  expect(prefilled).toMatchObject({
    business_type: 'individual',
    individual: { first_name: 'Ada', address: { city: 'Reno', line1: null } },
  });
  const link = await sdk.accountLinks.create({ account: id, ...URLS });
  expect(link).toMatchObject({ object: 'account_link', expires_at: link.created + 300 });

  const after = await sdk.accounts.retrieve(id);
  expect(after.business_type).toBe(null);
  expect(after).not.toHaveProperty('individual');
  expect(after).not.toHaveProperty('company');
  for (const params of [
    { business_type: 'company' },
    { individual: { first_name: 'Al' } },
    { company: { name: 'X' } },
  ] satisfies Stripe.AccountUpdateParams[]) {
    await expect(sdk.accounts.update(id, params)).rejects.toMatchObject({
      statusCode: 403,
      param: Object.keys(params)[0],
    });
  }
  expect(
    await sdk.accounts.update(id, { email: 'x@y.test', business_profile: { name: 'Hats' }, metadata: { a: 'b' } }),
  ).toMatchObject({
    email: 'x@y.test',
    business_profile: { name: 'Hats' },
  });
  const [person] = (await sdk.accounts.listPersons(id)).data;
  expect(person).not.toHaveProperty('first_name');
});

test('an account session closes the prefill window too; an account that the platform collects for has none', async () => {
  const { sdk } = await stand();
  const [express, custom] = [await sdk.accounts.create(EXPRESS), await sdk.accounts.create(CUSTOM)];
  for (const { id } of [express, custom])
    await sdk.accountSessions.create({ account: id, components: { payments: { enabled: true } } });
  await expect(sdk.accounts.update(express.id, { business_type: 'company' })).rejects.toMatchObject({
    statusCode: 403,
  });
  expect(await sdk.accounts.update(custom.id, { business_type: 'company' })).toMatchObject({
    business_type: 'company',
  });
});

test('an account the platform collects for is onboarded through the API alone', async () => {
  const { sdk, stripe } = await stand();
  const { id } = await sdk.accounts.create({ ...CUSTOM, business_type: 'individual' });
  const half = await sdk.accounts.update(id, {
    business_profile: { mcc: '5734', product_description: 'Hand-made hats', support_phone: '0000000000' },
    external_account: {
      object: 'bank_account',
      country: 'US',
      currency: 'usd',
      routing_number: '110000000',
      account_number: '000123456789',
    },
    tos_acceptance: { date: stripe.clock.now(), ip: '127.0.0.1' },
  });
  expect(half.requirements?.currently_due?.every((field) => field.startsWith('individual.'))).toBe(true);
  const whole = await sdk.accounts.update(id, {
    individual: {
      first_name: 'Jenny',
      last_name: 'Rosen',
      email: 'jenny@example.test',
      phone: '0000000000',
      id_number: '000000000',
      dob: { day: 1, month: 1, year: 1901 },
      address: { line1: 'address_full_match', city: 'Reno', state: 'NV', postal_code: '89501' },
    },
  });
  expect(whole).toMatchObject({
    charges_enabled: true,
    payouts_enabled: true,
    details_submitted: true,
    requirements: { currently_due: [] },
  });
});

test("a company's person is created, read, changed and listed", async () => {
  const { sdk } = await stand();
  const { id } = await sdk.accounts.create({ ...CUSTOM, business_type: 'company' });
  expect((await sdk.accounts.retrieve(id)).requirements?.currently_due).toContain('representative.first_name');
  const person = await sdk.accounts.createPerson(id, {
    first_name: 'Ada',
    relationship: { representative: true, title: 'CEO' },
  });
  expect(person).toMatchObject({
    object: 'person',
    account: id,
    first_name: 'Ada',
    last_name: null,
    relationship: { representative: true, title: 'CEO', owner: false },
  });
  expect((await sdk.accounts.retrieve(id)).requirements?.currently_due).toContain(`${person.id}.last_name`);
  await sdk.accounts.updatePerson(id, person.id, { last_name: 'Lovelace' });
  expect(await sdk.accounts.retrievePerson(id, person.id)).toMatchObject({ first_name: 'Ada', last_name: 'Lovelace' });
  await sdk.accounts.createPerson(id, { first_name: 'Bo', relationship: { owner: true } });
  expect((await sdk.accounts.listPersons(id, { relationship: { owner: true } })).data).toMatchObject([
    { first_name: 'Bo' },
  ]);
  await expect(sdk.accounts.createPerson(id, { relationship: { representative: true } })).rejects.toMatchObject({
    statusCode: 400,
  });
});

test('capabilities are listed, read and requested', async () => {
  const { sdk } = await stand();
  const { id } = await sdk.accounts.create(EXPRESS);
  expect((await sdk.accounts.listCapabilities(id)).data.map((capability) => capability.id).sort()).toEqual([
    'card_payments',
    'transfers',
  ]);
  expect(await sdk.accounts.retrieveCapability(id, 'cashapp_payments')).toMatchObject({
    status: 'unrequested',
    requested: false,
    requested_at: null,
  });
  expect(await sdk.accounts.updateCapability(id, 'cashapp_payments', { requested: true })).toMatchObject({
    status: 'inactive',
    requested: true,
  });
  expect((await sdk.accounts.retrieve(id)).capabilities).toMatchObject({ cashapp_payments: 'inactive' });
  await expect(sdk.accounts.retrieveCapability(id, 'flying')).rejects.toMatchObject({ code: 'resource_missing' });
});

test('rejecting stops everything, and only where the platform is liable', async () => {
  const { sdk, control } = await stand();
  const { id } = await sdk.accounts.create(EXPRESS);
  await control('account', { account: id, scenario: 'enabled' });
  expect(await sdk.accounts.reject(id, { reason: 'fraud_other' })).toMatchObject({
    charges_enabled: false,
    payouts_enabled: false,
    capabilities: { card_payments: 'inactive' },
    requirements: { disabled_reason: 'rejected.platform_fraud' },
  });
  const standard = await sdk.accounts.create({});
  await expect(sdk.accounts.reject(standard.id, { reason: 'other' })).rejects.toMatchObject({ statusCode: 400 });
});

test.each([
  [
    'new',
    {
      details_submitted: false,
      charges_enabled: false,
      payouts_enabled: false,
      requirements: { currently_due: expect.arrayContaining(['business_type', 'external_account']) },
    },
  ],
  [
    'incomplete',
    {
      details_submitted: false,
      charges_enabled: false,
      payouts_enabled: false,
      requirements: { currently_due: expect.not.arrayContaining(['business_profile.mcc']) },
    },
  ],
  [
    'pending_verification',
    {
      details_submitted: true,
      charges_enabled: false,
      requirements: { currently_due: [], disabled_reason: 'requirements.pending_verification' },
    },
  ],
  [
    'enabled',
    {
      details_submitted: true,
      charges_enabled: true,
      payouts_enabled: true,
      requirements: { currently_due: [], disabled_reason: null },
    },
  ],
  [
    'due_later',
    {
      details_submitted: true,
      charges_enabled: true,
      payouts_enabled: true,
      requirements: {
        currently_due: ['individual.verification.document'],
        current_deadline: expect.any(Number),
        past_due: [],
      },
    },
  ],
  [
    'past_due',
    {
      details_submitted: true,
      charges_enabled: false,
      payouts_enabled: false,
      requirements: { past_due: ['individual.verification.document'], disabled_reason: 'requirements.past_due' },
    },
  ],
  [
    'restricted',
    {
      details_submitted: true,
      charges_enabled: false,
      payouts_enabled: false,
      requirements: { currently_due: [], disabled_reason: 'under_review' },
    },
  ],
  ['rejected', { charges_enabled: false, payouts_enabled: false, requirements: { disabled_reason: 'rejected.fraud' } }],
])('the control puts an account into the state %s, from any other', async (scenario, state) => {
  const { sdk, control } = await stand();
  const { id } = await sdk.accounts.create(EXPRESS);
  await control('account', { account: id, scenario });
  expect(await sdk.accounts.retrieve(id)).toMatchObject(state);
  for (const other of ['rejected', 'past_due', 'enabled']) await control('account', { account: id, scenario: other });
  await control('account', { account: id, scenario });
  expect(await sdk.accounts.retrieve(id)).toMatchObject(state);
});

test('an account that ended the access is out of reach, in every way', async () => {
  const { sdk, control } = await stand();
  const { id } = await sdk.accounts.create(EXPRESS);
  await control('account', { account: id, scenario: 'deauthorized' });
  for (const call of [
    () => sdk.accounts.retrieve(id),
    () => sdk.accounts.retrieveCurrent({}, { stripeAccount: id }),
    () => sdk.accountLinks.create({ account: id, ...URLS }),
    () => sdk.accounts.del(id),
  ]) {
    await expect(call()).rejects.toMatchObject({
      statusCode: 403,
      code: 'account_invalid',
      message: `The provided key 'sk_test_***demo' does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
    });
  }
  expect((await sdk.accounts.list()).data).toEqual([]);
});

test('the answer to an account out of reach carries no request id', async () => {
  const { raw } = await stand();
  const response = await raw('/v1/customers', { headers: { 'Stripe-Account': 'acct_nobody' } });
  expect(response.status).toBe(403);
  expect(response.headers.has('request-id')).toBe(false);
});

test('a deleted account is gone', async () => {
  const { sdk } = await stand();
  const { id } = await sdk.accounts.create(EXPRESS);
  expect(await sdk.accounts.del(id)).toMatchObject({ id, object: 'account', deleted: true });
  await expect(sdk.accounts.retrieve(id)).rejects.toMatchObject({ code: 'account_invalid' });
});

test('objects are apart by account and by mode, and a platform reaches only its own accounts', async () => {
  const { sdk, as } = await stand();
  const { id } = await sdk.accounts.create(EXPRESS);
  const own = await sdk.customers.create({ name: 'own' });
  const theirs = await sdk.customers.create({ name: 'theirs' }, { stripeAccount: id });
  expect(await sdk.customers.retrieve(theirs.id, {}, { stripeAccount: id })).toMatchObject({
    name: 'theirs',
    livemode: false,
  });
  await expect(sdk.customers.retrieve(theirs.id)).rejects.toMatchObject({ code: 'resource_missing' });
  await expect(sdk.customers.retrieve(own.id, {}, { stripeAccount: id })).rejects.toMatchObject({
    code: 'resource_missing',
  });
  const live = as('sk_live_demo');
  await expect(live.customers.retrieve(own.id)).rejects.toMatchObject({ code: 'resource_missing' });
  expect(await live.customers.create({})).toMatchObject({ livemode: true });
  await expect(live.accounts.retrieve(id)).rejects.toMatchObject({ code: 'account_invalid' });
  await expect(as('sk_test_other').accounts.retrieve(id)).rejects.toMatchObject({ code: 'account_invalid' });
  await expect(as('sk_test_other').customers.list({}, { stripeAccount: id })).rejects.toMatchObject({
    statusCode: 403,
  });
});

test('GET /v1/account is the key’s own account, or the one acted on', async () => {
  const { sdk } = await stand();
  const { id } = await sdk.accounts.create(EXPRESS);
  expect(await sdk.accounts.retrieveCurrent()).toMatchObject({ id: 'acct_demo', charges_enabled: true });
  expect(await sdk.accounts.retrieve('acct_demo')).toMatchObject({ id: 'acct_demo' });
  expect(await sdk.accounts.retrieveCurrent({}, { stripeAccount: id })).toMatchObject({ id, charges_enabled: false });
});

test.each([
  ['refresh_url', { refresh_url: 'shop.test' }, 'url_invalid'],
  ['return_url', { return_url: 'javascript:alert(1)' }, 'url_invalid'],
  ['type', { type: 'account_update' as const }, undefined],
])('an account link with a bad %s is refused', async (param, params, code) => {
  const { sdk } = await stand();
  const { id } = await sdk.accounts.create(EXPRESS);
  await expect(sdk.accountLinks.create({ account: id, ...URLS, ...params })).rejects.toMatchObject({
    statusCode: 400,
    param,
    code,
  });
});

test('live links lead back over https only', async () => {
  const { as } = await stand();
  const live = as('sk_live_demo');
  const { id } = await live.accounts.create(EXPRESS);
  await expect(live.accountLinks.create({ account: id, ...URLS })).rejects.toThrow(
    'Livemode requests must always be redirected via HTTPS.',
  );
});

test('an account session lists every component, and what was asked for as enabled', async () => {
  const { sdk, stripe } = await stand();
  const { id } = await sdk.accounts.create(EXPRESS);
  const session = await sdk.accountSessions.create({
    account: id,
    components: { payments: { enabled: true, features: { refund_management: false } } },
  });
  expect(Object.keys(session.components)).toHaveLength(25);
  expect(session).toMatchObject({
    account: id,
    client_secret: expect.stringMatching(/^accs_secret__/),
    livemode: false,
  });
  expect(session.expires_at).toBeGreaterThan(stripe.clock.now());
  expect(session.components.payments).toMatchObject({
    enabled: true,
    features: { refund_management: false, dispute_management: true },
  });
  expect(session.components.payouts.enabled).toBe(false);
  await expect(sdk.accountSessions.create({ account: id, components: {} })).rejects.toMatchObject({
    param: 'components',
  });
});

test('a login link is for onboarded Express accounts, and opens once', async () => {
  const { sdk, control, raw, port } = await stand();
  const [express, standard] = [await sdk.accounts.create(EXPRESS), await sdk.accounts.create({})];
  await expect(sdk.accounts.createLoginLink(express.id)).rejects.toThrow('has not completed onboarding');
  await expect(sdk.accounts.createLoginLink(standard.id)).rejects.toThrow('Express Dashboard');
  await control('account', { account: express.id, scenario: 'enabled' });
  const { url } = await sdk.accounts.createLoginLink(express.id);
  const open = () => raw(`http://127.0.0.1:${port}${new URL(url).pathname}`);
  expect((await open()).status).toBe(200);
  expect((await open()).status).toBe(410);
});

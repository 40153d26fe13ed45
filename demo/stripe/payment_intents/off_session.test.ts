import { expect, test } from 'vitest';
import { cashapp } from '../testing/cashapp.ts';

test('a saved method is charged while the person is away', async () => {
  const { sdk, saved, charge, customer, told } = await cashapp();
  const method = await saved();
  const before = (await told()).length;
  const paid = await charge(method, { metadata: { order: '7' }, expand: ['latest_charge'] });
  expect(paid).toMatchObject({
    id: expect.stringMatching(/^pi_/),
    object: 'payment_intent',
    status: 'succeeded',
    amount: 2500,
    amount_received: 2500,
    amount_capturable: 0,
    currency: 'usd',
    customer,
    last_payment_error: null,
    metadata: { order: '7' },
    next_action: null,
    payment_method: method,
    processing: null,
    latest_charge: {
      object: 'charge',
      amount: 2500,
      amount_captured: 2500,
      captured: true,
      paid: true,
      status: 'succeeded',
      payment_intent: paid.id,
      payment_method_details: {
        type: 'cashapp',
        cashapp: {
          buyer_id: expect.stringMatching(/^cashapp_buyer_/),
          cashtag: '$adalovelace',
          transaction_id: expect.any(String),
        },
      },
    },
  });
  expect((await told()).slice(before)).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
  ]);
  expect(await sdk.paymentIntents.retrieve(paid.id)).toMatchObject({ status: 'succeeded' });
});

test.each([
  ['decline', 402, 'card_error', 'StripeCardError'],
  ['decline_400', 400, 'invalid_request_error', 'StripeInvalidRequestError'],
] as const)(
  'an ordered %s fails the request with %i, and the intent tells of it',
  async (outcome, status, type, name) => {
    const { sdk, saved, charge, control, told } = await cashapp();
    const method = await saved();
    await control(`payment_methods/${method}`, { next_charge: outcome });
    const before = (await told()).length;
    const failure = await charge(method).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      type: name,
      rawType: type,
      statusCode: status,
      code: 'payment_intent_payment_attempt_failed',
      payment_intent: {
        status: 'requires_payment_method',
        payment_method: null,
        last_payment_error: { code: 'payment_intent_payment_attempt_failed', payment_method: { id: method } },
      },
    });
    expect((await told()).slice(before)).toEqual([
      'payment_intent.created',
      'charge.failed',
      'payment_intent.payment_failed',
    ]);
    const [failed] = (await sdk.charges.list()).data;
    expect(failed).toMatchObject({
      status: 'failed',
      paid: false,
      failure_code: 'payment_intent_payment_attempt_failed',
    });
    expect((await charge(method)).status).toBe('succeeded');
  },
);

test('what was ordered lasts as many charges as it says', async () => {
  const { saved, charge, control } = await cashapp();
  const method = await saved();
  await control(`payment_methods/${method}`, { next_charge: 'decline', times: 2 });
  await expect(charge(method)).rejects.toThrow();
  await expect(charge(method)).rejects.toThrow();
  expect((await charge(method)).status).toBe('succeeded');
});

test('a charge can need the person: with the links to ask them, or as a refusal', async () => {
  const { sdk, saved, charge, control, decide } = await cashapp();
  const method = await saved();
  await control(`payment_methods/${method}`, { next_charge: 'requires_action' });
  const asked = await charge(method);
  expect(asked).toMatchObject({
    status: 'requires_action',
    next_action: { type: 'cashapp_handle_redirect_or_display_qr_code' },
  });
  await decide(asked.id, 'approve');
  expect((await sdk.paymentIntents.retrieve(asked.id)).status).toBe('succeeded');
  expect((await sdk.paymentMethods.retrieve(method)).customer).not.toBeNull();
  await control(`payment_methods/${method}`, { next_charge: 'authentication_required' });
  await expect(charge(method)).rejects.toMatchObject({
    statusCode: 402,
    code: 'authentication_required',
    payment_intent: { status: 'requires_payment_method' },
  });
});

test('a charge that is processing is paid once the clock moves', async () => {
  const { sdk, saved, charge, control, advance, told } = await cashapp();
  const method = await saved();
  await control(`payment_methods/${method}`, { next_charge: 'processing' });
  const { id, status } = await charge(method);
  expect(status).toBe('processing');
  await advance(60);
  expect(await sdk.paymentIntents.retrieve(id)).toMatchObject({ status: 'succeeded', amount_received: 2500 });
  expect((await told()).slice(-4)).toEqual([
    'charge.pending',
    'payment_intent.processing',
    'charge.succeeded',
    'payment_intent.succeeded',
  ]);
});

test('revoked in Cash App, a method stays attached and cannot be charged', async () => {
  const { sdk, saved, charge, control, told } = await cashapp();
  const method = await saved();
  await control('revoke', { payment_method: method });
  expect((await told()).at(-1)).toBe('mandate.updated');
  const [event] = (await sdk.events.list({ type: 'mandate.updated' })).data;
  expect(event?.data).toMatchObject({
    object: { status: 'inactive', payment_method: method },
    previous_attributes: { status: 'active' },
  });
  expect((await sdk.paymentMethods.retrieve(method)).customer).not.toBeNull();
  await expect(charge(method)).rejects.toMatchObject({
    statusCode: 400,
    code: 'payment_intent_mandate_invalid',
    payment_intent: { status: 'requires_payment_method', latest_charge: null },
  });
});

test('a detached method is refused before there is an intent', async () => {
  const { sdk, saved, charge } = await cashapp();
  const method = await saved();
  await sdk.paymentMethods.detach(method);
  const failure = await charge(method).catch((error: unknown) => error);
  expect(failure).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' });
  expect(failure).toHaveProperty('message', expect.stringContaining('It may not be used again.'));
  expect(failure).toHaveProperty('code', undefined);
  expect((await sdk.paymentIntents.list()).data).toEqual([]);
});

test('a method of a deleted customer, or of another one, is refused', async () => {
  const { sdk, saved, charge, customer } = await cashapp();
  const method = await saved();
  const other = await sdk.customers.create({});
  await expect(charge(method, { customer: other.id })).rejects.toMatchObject({ param: 'payment_method' });
  await sdk.customers.del(customer);
  await expect(charge(method)).rejects.toMatchObject({ code: 'resource_missing', param: 'customer' });
});

test.each([
  [{ currency: 'eur' }, { code: 'payment_intent_invalid_currency' }],
  [{ amount: 10 }, { code: 'amount_too_small' }],
  [{ confirm: false }, { param: 'off_session' }],
  [{ customer: 'cus_nope' }, { code: 'resource_missing', param: 'customer' }],
  [{ payment_method: 'pm_nope' }, { code: 'resource_missing', param: 'payment_method' }],
  [{ allowed_payment_method_types: ['card'] }, { code: 'payment_method_unsupported_type' }],
])('a charge with %o is refused, and leaves no intent', async (params, error) => {
  const { sdk, saved, charge } = await cashapp();
  await expect(charge(await saved(), params)).rejects.toMatchObject({ statusCode: 400, ...error });
  expect((await sdk.paymentIntents.list()).data).toEqual([]);
});

test('one key is one charge, however often it is sent and however it ended', async () => {
  const { sdk, saved, control } = await cashapp();
  const method = await saved();
  const { customer } = await sdk.paymentMethods.retrieve(method);
  const send = (idempotencyKey: string) =>
    sdk.paymentIntents.create(
      {
        amount: 2500,
        currency: 'usd',
        customer: String(customer),
        payment_method: method,
        off_session: true,
        confirm: true,
      },
      { idempotencyKey },
    );
  const paid = await Promise.all(Array.from({ length: 50 }, () => send('one')));
  expect(new Set(paid.map(({ id }) => id)).size).toBe(1);
  await control(`payment_methods/${method}`, { next_charge: 'decline' });
  const failures = [await send('two').catch((error) => error), await send('two').catch((error) => error)];
  expect(failures[0].payment_intent.id).toBe(failures[1].payment_intent.id);
  expect((await sdk.charges.list()).data.map(({ status }) => status)).toEqual(['failed', 'succeeded']);
});

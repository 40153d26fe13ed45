import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { stand } from '../testing/stand.ts';

const json = async (response: Response) => ({ status: response.status, ...(await response.json()) });

test.each([
  ['indexed', 'preferred_locales[0]=en&preferred_locales[1]=fr'],
  ['empty brackets', 'preferred_locales[]=en&preferred_locales[]=fr'],
  ['percent-encoded brackets', 'preferred_locales%5B0%5D=en&preferred_locales%5B1%5D=fr'],
  ['out of order', 'preferred_locales[1]=fr&preferred_locales[0]=en'],
])('an array can be spelt with %s', async (_, form) => {
  const { post } = await stand();
  expect(await json(await post('/v1/customers', form))).toMatchObject({ status: 200, preferred_locales: ['en', 'fr'] });
});

test('a list of objects can be sent with empty brackets', async () => {
  const { post } = await stand();
  const form = 'name=Ride&marketing_features[][name]=fast&marketing_features[][name]=safe';
  expect(await json(await post('/v1/products', form))).toMatchObject({
    marketing_features: [{ name: 'fast' }, { name: 'safe' }],
  });
});

test('an empty value unsets, and deletes a metadata key', async () => {
  const { sdk } = await stand();
  const { id } = await sdk.customers.create({
    name: 'A + B & Söhne',
    email: 'a@example.test',
    metadata: { plan: 'gold', seat: '4' },
  });
  const changed = await sdk.customers.update(id, { email: '', metadata: { plan: '' } });
  expect(changed).toMatchObject({ name: 'A + B & Söhne', email: null, metadata: { seat: '4' } });
  expect(await sdk.customers.update(id, { metadata: '' })).toMatchObject({ metadata: {} });
});

test.each([
  [
    'an unknown parameter',
    '/v1/customers',
    'nick=Al',
    { code: 'parameter_unknown', param: 'nick', message: 'Received unknown parameter: nick' },
  ],
  [
    'an unknown nested parameter',
    '/v1/accounts',
    'controller[foo]=1',
    { code: 'parameter_unknown', param: 'controller[foo]' },
  ],
  [
    'a missing parameter',
    '/v1/account_links',
    'type=account_onboarding',
    { code: 'parameter_missing', param: 'account', message: 'Missing required param: account.' },
  ],
  ['a required parameter left empty', '/v1/products', 'name=', { code: 'parameter_invalid_empty', param: 'name' }],
  [
    'a word for an integer',
    '/v1/prices',
    'currency=usd&product=x&unit_amount=ten',
    { code: 'parameter_invalid_integer', param: 'unit_amount', message: 'Invalid integer: ten' },
  ],
  [
    'a fraction for an integer',
    '/v1/prices',
    'currency=usd&product=x&unit_amount=1.5',
    { code: 'parameter_invalid_integer', param: 'unit_amount' },
  ],
  [
    'a negative amount',
    '/v1/prices',
    'currency=usd&product=x&unit_amount=-1',
    { code: 'parameter_invalid_integer', param: 'unit_amount' },
  ],
  [
    'a word for a boolean',
    '/v1/products',
    'name=x&active=maybe',
    { param: 'active', message: 'Invalid boolean: maybe' },
  ],
  [
    'a value outside the list',
    '/v1/accounts',
    'controller[fees][payer]=me',
    { param: 'controller[fees][payer]', message: 'Invalid payer: must be one of account, application' },
  ],
  [
    'a string for a list',
    '/v1/webhook_endpoints',
    'url=http://x.test&enabled_events=a',
    { param: 'enabled_events', message: 'Invalid array' },
  ],
  ['a string for an object', '/v1/accounts', 'controller=express', { param: 'controller', message: 'Invalid object' }],
  ['something that is no URL', '/v1/products', 'name=x&url=rocket', { code: 'url_invalid', param: 'url' }],
  ['something that is no email', '/v1/customers', 'email=rocket', { code: 'email_invalid', param: 'email' }],
  ['a metadata value that is too long', '/v1/customers', `metadata[k]=${'x'.repeat(501)}`, { param: 'metadata[k]' }],
  ['an unknown country', '/v1/accounts', 'country=Atlantis', { param: 'country' }],
])('%s is a 400 that names it', async (_, path, form, error) => {
  const { post } = await stand();
  const answer = await json(await post(path, form));
  expect(answer).toMatchObject({ status: 400, error: { type: 'invalid_request_error', ...error } });
});

test('errors carry links to the code and to the request', async () => {
  const { raw } = await stand();
  const response = await raw('/v1/customers/cus_nope');
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({
    error: {
      code: 'resource_missing',
      doc_url: 'https://stripe.com/docs/error-codes/resource-missing',
      message: "No such customer: 'cus_nope'",
      param: 'id',
      request_log_url: `https://dashboard.stripe.com/test/logs/${response.headers.get('request-id')}`,
      type: 'invalid_request_error',
    },
  });
});

test('an unknown URL is a 404 that quotes method and path', async () => {
  const { post } = await stand();
  const answer = await json(await post('/v1/unicorns', ''));
  expect(answer.status).toBe(404);
  expect(answer.error.message).toContain('Unrecognized request URL (POST: /v1/unicorns).');
});

test('a JSON body is refused with a hint at the content type', async () => {
  const { raw } = await stand();
  const response = await raw('/v1/customers', {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json' },
  });
  expect(await json(response)).toMatchObject({
    status: 400,
    error: { message: expect.stringContaining('application/x-www-form-urlencoded') },
  });
});

test('a request needs a key, and a good one', async () => {
  const { raw, control } = await stand();
  const asked = (authorization: string) => raw('/v1/customers', { headers: { Authorization: authorization } });
  expect(await json(await asked(''))).toMatchObject({
    status: 401,
    error: { message: expect.stringMatching(/^You did not provide an API key\./) },
  });
  expect(await json(await asked('Bearer nonsense'))).toMatchObject({
    status: 401,
    error: { message: 'Invalid API Key provided: non***ense' },
  });
  expect((await asked('Bearer sk_test_demo')).status).toBe(200);
  expect((await asked(`Basic ${btoa('sk_test_demo:')}`)).status).toBe(200);
  expect((await asked('Bearer rk_test_demo')).status).toBe(200);
  expect(await json(await asked('Bearer pk_test_demo'))).toMatchObject({
    status: 403,
    error: { code: 'secret_key_required' },
  });
  await control('keys', { revoke: 'sk_test_demo' });
  expect(await json(await asked('Bearer sk_test_demo'))).toMatchObject({
    status: 401,
    error: { code: 'api_key_expired' },
  });
  expect((await asked('Bearer sk_test_demo_2')).status).toBe(200);
});

test('the SDK sees its own error classes', async () => {
  const { sdk, as } = await stand();
  await expect(sdk.customers.retrieve('cus_nope')).rejects.toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
  await expect(as('sk_wrong').customers.list()).rejects.toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
  await expect(sdk.customers.list({}, { stripeAccount: 'acct_other' })).rejects.toBeInstanceOf(
    Stripe.errors.StripePermissionError,
  );
});

test('answers name the request, the version and the account', async () => {
  const { sdk, raw, post } = await stand();
  const { id } = await sdk.accounts.create({});
  const versionless = await raw('/v1/customers', { headers: { 'Stripe-Account': id } });
  expect(versionless.headers.get('stripe-version')).toBe('2026-10-28.endive');
  expect(versionless.headers.get('stripe-account')).toBe(id);
  expect(versionless.headers.get('request-id')).toMatch(/^req_\w+$/);
  const pinned = await post('/v1/customers', '', { 'Stripe-Version': '2025-09-30.clover' });
  expect(pinned.headers.get('stripe-version')).toBe('2025-09-30.clover');
  expect(pinned.headers.get('cache-control')).toBe('no-cache, no-store');
});

test('browsers may call it from anywhere', async () => {
  const { raw } = await stand();
  const preflight = await raw('/v1/customers', {
    method: 'OPTIONS',
    headers: {
      Origin: 'http://shop.test',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization',
    },
  });
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization',
    'access-control-allow-methods': expect.stringContaining('POST'),
    'access-control-max-age': '300',
  });
  const refused = await raw('/v1/customers', { headers: { Authorization: '' } });
  expect(refused.headers.get('access-control-allow-origin')).toBe('*');
});

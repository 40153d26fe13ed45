import { expect, test } from 'vitest';
import { bank } from '../testing/bank.ts';
import { EXPRESS } from '../testing/stand.ts';

test('a new session has every field, no accounts yet, and a client secret', async () => {
  const { session, customer, sdk } = await bank();
  const created = await session({
    permissions: ['balances', 'payment_method'],
    prefetch: ['balances'],
    filters: { country: 'US', account_subcategories: ['checking'], require_payment_method_support: 'all' },
    limits: { accounts: 2 },
    manual_entry: { mode: 'automatic' },
    return_url: 'https://shop.example/back',
  });
  expect(created).toEqual({
    id: expect.stringMatching(/^fcsess_/),
    object: 'financial_connections.session',
    account_holder: { type: 'customer', customer },
    accounts: { object: 'list', data: [], has_more: false, url: '/v1/financial_connections/accounts' },
    client_secret: expect.stringMatching(/^fcsess_client_secret_/),
    filters: { country: 'US', account_subcategories: ['checking'], require_payment_method_support: 'all' },
    limits: { accounts: 2 },
    livemode: false,
    manual_entry: { mode: 'automatic' },
    permissions: ['balances', 'payment_method'],
    prefetch: ['balances'],
    return_url: 'https://shop.example/back',
  });
  expect(await sdk.financialConnections.sessions.retrieve(created.id)).toEqual(created);
});

test('an empty limit is none, and filters that were not asked for are null', async () => {
  const created = await (await bank()).session({ limits: { accounts: '' } });
  expect(created.limits).toBeUndefined();
  expect(created.filters).toEqual({ account_subcategories: null, country: null });
});

const HOLDER = 'account_holder[type]=customer&account_holder[customer]=';
test.each([
  ['', { param: 'account_holder', code: 'parameter_missing' }],
  ['account_holder[type]=customer&permissions[]=balances', { param: 'account_holder[customer]' }],
  ['account_holder[type]=account&permissions[]=balances', { param: 'account_holder[account]' }],
  ['account_holder[type]=bank&permissions[]=balances', { param: 'account_holder[type]' }],
  [`${HOLDER}cus_nope&permissions[]=balances`, { param: 'account_holder[customer]', code: 'resource_missing' }],
  [
    'account_holder[type]=account&account_holder[account]=acct_nope&permissions[]=balances',
    { param: 'account_holder[account]', code: 'resource_missing' },
  ],
  [`${HOLDER}CUSTOMER&account_holder[account]=acct_1&permissions[]=balances`, { code: 'parameters_exclusive' }],
  [`${HOLDER}CUSTOMER`, { param: 'permissions', code: 'parameter_missing' }],
  [`${HOLDER}CUSTOMER&permissions[]=`, { code: 'parameter_invalid_empty' }],
  [`${HOLDER}CUSTOMER&permissions[]=balance`, { param: 'permissions[0]' }],
  [`${HOLDER}CUSTOMER&permissions[]=balances&prefetch[]=transactions`, { param: 'prefetch' }],
  [`${HOLDER}CUSTOMER&permissions[]=payment_method&prefetch[]=payment_method`, { param: 'prefetch[0]' }],
  [`${HOLDER}CUSTOMER&permissions[]=balances&limits[accounts]=0`, { param: 'limits[accounts]' }],
  [`${HOLDER}CUSTOMER&permissions[]=balances&filters[country]=Utopia`, { param: 'filters[country]' }],
  [
    `${HOLDER}CUSTOMER&permissions[]=balances&filters[countries][]=US`,
    { param: 'filters[countries]', code: 'parameter_unknown' },
  ],
  [`${HOLDER}CUSTOMER&permissions[]=balances&manual_entry[mode]=always`, { param: 'manual_entry[mode]' }],
  [`${HOLDER}CUSTOMER&permissions[]=balances&return_url=nowhere`, { param: 'return_url' }],
  [`${HOLDER}CUSTOMER&permissions[]=balances&metadata[a]=1`, { param: 'metadata', code: 'parameter_unknown' }],
])('a session from "%s" is refused', async (form, error) => {
  const { post, customer } = await bank();
  const response = await post('/v1/financial_connections/sessions', form.replace('CUSTOMER', customer));
  expect(response.status).toBe(400);
  expect((await response.json()).error).toMatchObject({ type: 'invalid_request_error', ...error });
});

test('a customer who was deleted can hold no session', async () => {
  const { sdk, session, customer } = await bank();
  await sdk.customers.del(customer);
  await expect(session()).rejects.toMatchObject({ code: 'resource_missing', statusCode: 400 });
});

test('a connected account can be the holder', async () => {
  const { sdk, session } = await bank();
  const { id } = await sdk.accounts.create(EXPRESS);
  const created = await session({ account_holder: { type: 'account', account: id } });
  expect(created.account_holder).toEqual({ type: 'account', account: id });
});

test('a session of another platform does not exist', async () => {
  const { as, session } = await bank();
  const { id } = await session();
  await expect(as('sk_test_other').financialConnections.sessions.retrieve(id)).rejects.toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  });
});

test('a session is over once accounts were linked, or an hour has passed: its client secret is gone', async () => {
  const { sdk, session, link, advance, control } = await bank();
  const [account] = await link();
  const { data } = await sdk.financialConnections.accounts.list({});
  expect(data.map(({ id }) => id)).toEqual([account?.id]);
  const late = await session();
  await advance(3600);
  expect((await sdk.financialConnections.sessions.retrieve(late.id)).client_secret).toBeNull();
  const answer = await control('bank/link', { session: late.id });
  expect(answer.status).toBe(400);
  expect((await answer.json()).error.message).toContain('expired');
});

test('a control that cannot be followed says why', async () => {
  const { session, control } = await bank();
  const { id } = await session({
    limits: { accounts: 1 },
    filters: { account_subcategories: ['checking', 'savings'] },
  });
  const orders: [object, string][] = [
    [{ session: 'fcsess_nope' }, "There is no session 'fcsess_nope'."],
    [{ session: id, institution: 'Down (Error)' }, 'is down'],
    [{ session: id, institution: 'Nowhere' }, 'institution'],
    [{ session: id, accounts: ['Everyday Card'] }, "no account 'Everyday Card'"],
    [{ session: id, accounts: ['Success', 'Rainy Day Savings'] }, 'at most 1'],
  ];
  for (const [order, why] of orders) {
    const response = await control('bank/link', order);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect((await response.json()).error.message).toContain(why);
  }
});

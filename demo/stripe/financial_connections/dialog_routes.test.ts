import { expect, test } from 'vitest';
import { type Bank, bank, type SessionParams } from '../testing/bank.ts';
import { EXPRESS } from '../testing/stand.ts';

/** A session, and what its dialog would ask about it. */
async function dialog(params?: SessionParams) {
  const all = await bank();
  const { id, client_secret } = await all.session(params);
  const ask = async (question: string, fields: Record<string, string> = {}, as: Record<string, string> = {}) => {
    const body = new URLSearchParams({ key: 'pk_test_demo', client_secret: client_secret ?? '', ...fields, ...as });
    const response = await fetch(`${all.origin}/bank/${question}`, { method: 'POST', body });
    return { status: response.status, headers: response.headers, json: await response.json() };
  };
  return { ...all, id, ask };
}

const names = (accounts: { name: string }[]) => accounts.map(({ name }) => name);

/** The bank's own page, opened and decided on. */
async function decide({ raw }: Bank, authorization: string, institution: string, decision: string) {
  const page = `/bank/authorize/${authorization}?${new URLSearchParams({ institution })}`;
  const opened = await raw(page);
  return { opened, decided: await raw(page, { method: 'POST', body: new URLSearchParams({ decision }) }) };
}

test('a dialog may be opened from any page, and is told what to ask for and of whom', async () => {
  const { id, ask } = await dialog({ limits: { accounts: 2 }, manual_entry: { mode: 'automatic' } });
  const { json, headers } = await ask('session');
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(json).toMatchObject({
    session: { id, accounts: [], permissions: ['balances', 'ownership', 'transactions'] },
    limit: 2,
    manual_entry: true,
  });
  expect(json.session.client_secret).toBeUndefined();
  expect(names(json.institutions)).toEqual([
    'Test (Non-OAuth)',
    'Test (OAuth)',
    'Bank (Non-OAuth)',
    'Bank (OAuth)',
    'Ownership Accounts',
    'Invalid Payment Accounts',
    'Down (Scheduled)',
    'Down (Unscheduled)',
    'Down (Error)',
    'Tokenized Account Number (Expired)',
    'Tokenized Account Number (Immediately expiring)',
    'Tokenized Account Number (Eventually expiring)',
    'Inactive Accounts',
    'Immediately Requires Reauthentication',
    'Eventually Requires Reauthentication',
  ]);
});

test.each([
  ['another client secret', { client_secret: 'fcsess_client_secret_nope' }, 400],
  ['no client secret', { client_secret: '' }, 400],
  ['the key of another account', { key: 'pk_test_other' }, 400],
  ['a live key', { key: 'pk_live_demo' }, 400],
  ['a secret key', { key: 'sk_test_demo' }, 401],
])('with %s nothing is told', async (_, as, status) => {
  const answer = await (await dialog()).ask('session', {}, as);
  expect(answer.status).toBe(status);
  expect(answer.json.error.type).toBe('invalid_request_error');
});

test('a session that is over opens no dialog', async () => {
  const { ask, control, id } = await dialog();
  await control('bank/link', { session: id });
  expect((await ask('session')).json.error.message).toContain('completed');
  const late = await dialog();
  await late.advance(3600);
  expect((await late.ask('session')).json.error.message).toContain('expired');
});

test('no bank is offered in a country that has none', async () => {
  const { ask } = await dialog({ filters: { country: 'FR' } });
  expect((await ask('session')).json.institutions).toEqual([]);
});

test.each([
  ['anything', { result: 'in' }],
  ['incorrect', { result: 'incorrect' }],
  ['error', { result: 'failed' }],
  ['mfa', { result: 'challenge', challenge: { kind: 'text' } }],
  ['security_question', { result: 'challenge', challenge: { kind: 'text' } }],
  ['options', { result: 'challenge', challenge: { kind: 'choice' } }],
  ['confirm_mfa', { result: 'challenge', challenge: { kind: 'confirm' } }],
])('the password "%s" plays what it says', async (password, outcome) => {
  const { ask } = await dialog();
  const institution = 'Bank (Non-OAuth)';
  expect((await ask('log-in', { institution, username: 'jenny', password })).json).toMatchObject(outcome);
  if (outcome.result !== 'challenge') return;
  const answered = await ask('log-in', { institution, username: 'jenny', password, answer: '123456' });
  expect(answered.json.result).toBe('in');
});

test('an empty user name is incorrect', async () => {
  const { ask } = await dialog();
  const entered = { institution: 'Bank (Non-OAuth)', username: ' ', password: 'x' };
  expect((await ask('log-in', entered)).json.result).toBe('incorrect');
});

test.each(['Down (Scheduled)', 'Down (Unscheduled)', 'Down (Error)'])('%s lets nobody in', async (institution) => {
  const { ask } = await dialog();
  expect((await ask('log-in', { institution })).json.error.code).toBe('institution_unavailable');
  expect((await ask('link', { institution, 'accounts[]': 'Success' })).status).toBe(400);
});

test('only accounts that the session filters for are on offer', async () => {
  const credit = await dialog({ filters: { account_subcategories: ['credit_card', 'mortgage'] } });
  const entered = { institution: 'Bank (Non-OAuth)', username: 'x', password: 'x' };
  expect(names((await credit.ask('log-in', entered)).json.accounts)).toEqual(['Everyday Card', 'Home Mortgage']);
  const payable = await dialog({ filters: { require_payment_method_support: 'all' } });
  expect(names((await payable.ask('log-in', entered)).json.accounts)).toEqual(['Success', 'Rainy Day Savings']);
});

test('chosen accounts are linked, and the page gets them as a plain array without what only the server sees', async () => {
  const { ask, sdk, id, told } = await dialog({ prefetch: ['balances'] });
  const body = { institution: 'Test (Non-OAuth)', 'accounts[0]': 'Success', 'accounts[1]': 'Everyday Card' };
  const { session } = (await ask('link', body)).json;
  expect(Object.keys(session).toSorted()).toEqual(['accounts', 'filters', 'id', 'permissions']);
  expect(session.accounts).toHaveLength(2);
  expect(Object.keys(session.accounts[0]).toSorted()).toEqual([
    'balance',
    'balance_refresh',
    'category',
    'created',
    'display_name',
    'id',
    'institution_name',
    'last4',
    'livemode',
    'object',
    'ownership',
    'ownership_refresh',
    'permissions',
    'status',
    'subcategory',
    'supported_payment_method_types',
  ]);
  expect(session.accounts[0]).toMatchObject({ balance: null, balance_refresh: { status: 'pending' } });
  const { accounts, client_secret } = await sdk.financialConnections.sessions.retrieve(id);
  expect(accounts.data.map((account) => account.id)).toEqual(session.accounts.map((each: { id: string }) => each.id));
  expect(client_secret).toBeNull();
  expect(await told()).toEqual(['created', 'created']);
});

test.each([
  ['none', {}, 'Choose at least one'],
  ['one that is not there', { 'accounts[]': 'Vault' }, "no account 'Vault'"],
  ['too many', { 'accounts[0]': 'Success', 'accounts[1]': 'Rainy Day Savings' }, 'at most 1'],
])('of the accounts %s cannot be linked', async (_, chosen, message) => {
  const { ask, told } = await dialog({ limits: { accounts: 1 } });
  const answer = await ask('link', { institution: 'Test (Non-OAuth)', ...chosen });
  expect(answer.status).toBe(400);
  expect(answer.json.error.message).toContain(message);
  expect(await told()).toEqual([]);
});

test('where one account must be one that can be debited, a card alone is not enough', async () => {
  const { ask } = await dialog({ filters: { require_payment_method_support: 'at_least_one' } });
  const institution = 'Test (Non-OAuth)';
  expect((await ask('link', { institution, 'accounts[]': 'Everyday Card' })).status).toBe(400);
  const both = { institution, 'accounts[0]': 'Everyday Card', 'accounts[1]': 'Success' };
  expect((await ask('link', both)).status).toBe(200);
});

test('a bank with a page of its own is asked there, and lets in once it was authorized', async () => {
  const all = await dialog();
  const institution = 'Bank (OAuth)';
  const { authorization } = (await all.ask('session')).json;
  expect((await all.ask('authorization', { authorization })).json).toEqual({ status: 'waiting' });
  expect((await all.ask('log-in', { institution, authorization })).status).toBe(403);
  const { opened, decided } = await decide(all, authorization, institution, 'authorized');
  expect(await opened.text()).toMatch(/Authorize<[\s\S]*Decline</);
  expect(await decided.text()).toContain('window.close()');
  expect((await all.ask('authorization', { authorization })).json).toMatchObject({ status: 'authorized' });
  expect((await all.ask('log-in', { institution: 'Test (OAuth)', authorization })).status).toBe(403);
  expect(names((await all.ask('log-in', { institution, authorization })).json.accounts)).toContain('Dinar Savings');
  expect((await all.ask('link', { institution, 'accounts[]': 'Success' })).status).toBe(403);
  expect((await all.ask('link', { institution, authorization, 'accounts[]': 'Success' })).status).toBe(200);
});

test('who declines is not let in, and may be asked again under another name', async () => {
  const all = await dialog();
  const institution = 'Bank (OAuth)';
  const { authorization } = (await all.ask('session')).json;
  await decide(all, authorization, institution, 'declined');
  const { status, next } = (await all.ask('authorization', { authorization })).json;
  expect(status).toBe('declined');
  expect((await all.ask('log-in', { institution, authorization })).status).toBe(403);
  expect((await decide(all, authorization, institution, 'authorized')).decided.status).toBe(404);
  await decide(all, next, institution, 'authorized');
  expect((await all.ask('log-in', { institution, authorization: next })).json.result).toBe('in');
});

test("a bank's page knows no session but its own, and no other kind of bank", async () => {
  const all = await dialog();
  const { authorization } = (await all.ask('session')).json;
  expect((await all.raw('/bank/authorize/nope?institution=Bank+(OAuth)')).status).toBe(404);
  expect((await all.raw(`/bank/authorize/${authorization}?institution=Bank+(Non-OAuth)`)).status).toBe(404);
  const other = await all.session();
  const asked = await all.ask('authorization', { authorization }, { client_secret: other.client_secret ?? '' });
  expect(asked.status).toBe(404);
});

test('from a web view the bank leads back to where the session says', async () => {
  const all = await dialog({ return_url: 'https://pay.example/back' });
  const { authorization } = (await all.ask('session')).json;
  const { decided } = await decide(all, authorization, 'Test (OAuth)', 'authorized');
  expect(decided.status).toBe(303);
  expect(decided.headers.get('location')).toBe('https://pay.example/back');
});

test('numbers typed in link an account that tells nothing of itself', async () => {
  const permissions: SessionParams['permissions'] = ['balances', 'payment_method'];
  const { ask, advance, told } = await dialog({
    permissions,
    prefetch: ['balances'],
    manual_entry: { mode: 'automatic' },
  });
  const wrong: [Record<string, string>, string][] = [
    [{ routing_number: '1', account_number: '000123456789' }, 'routing_number'],
    [{ routing_number: '123456789', account_number: '000123456789' }, 'routing_number'],
    [{ routing_number: '110000000', account_number: 'abc' }, 'account_number'],
    [{ routing_number: '110000000', account_number: '000000000000' }, 'account_number'],
  ];
  for (const [numbers, param] of wrong) expect((await ask('manual', numbers)).json.error.param).toBe(param);
  const { session } = (await ask('manual', { routing_number: '110000000', account_number: '000123456789' })).json;
  expect(session).toMatchObject({
    permissions,
    accounts: [{ last4: '6789', permissions: ['payment_method'], balance_refresh: null }],
  });
  await advance(1);
  expect(await told()).toEqual(['created']);
});

test('numbers cannot be typed in unless the session says so', async () => {
  const { ask } = await dialog();
  const numbers = { routing_number: '110000000', account_number: '000123456789' };
  expect((await ask('manual', numbers)).status).toBe(400);
});

test("a connected account's own session is opened in its name, and its events say whose they are", async () => {
  const { sdk, ask, hook, stripe } = await dialog();
  await sdk.webhookEndpoints.create({ url: hook.url, enabled_events: ['*'], connect: true });
  const stripeAccount = (await sdk.accounts.create(EXPRESS)).id;
  const customer = await sdk.customers.create({}, { stripeAccount });
  const { client_secret } = await sdk.financialConnections.sessions.create(
    { account_holder: { type: 'customer', customer: customer.id }, permissions: ['balances'] },
    { stripeAccount },
  );
  const as = { client_secret: client_secret ?? '' };
  const link = { institution: 'Test (Non-OAuth)', 'accounts[]': 'Success' };
  expect((await ask('link', link, as)).status).toBe(400);
  expect((await ask('link', link, { ...as, stripe_account: 'acct_nope' })).status).toBe(400);
  expect((await ask('link', link, { ...as, stripe_account: stripeAccount })).status).toBe(200);
  await stripe.settled();
  expect(hook.received.at(-1)?.event).toMatchObject({
    type: 'financial_connections.account.created',
    account: stripeAccount,
  });
});

test('a token of the account is made where one is asked for', async () => {
  const { ask } = await dialog();
  const body = { institution: 'Test (Non-OAuth)', 'accounts[]': 'Success', token: 'true' };
  expect((await ask('link', body)).json.token).toMatchObject({
    id: expect.stringMatching(/^btok_/),
    object: 'token',
    type: 'bank_account',
    bank_account: { last4: '6789' },
  });
});

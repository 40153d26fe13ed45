import { expect, test } from 'vitest';
import { bank } from '../testing/bank.ts';

const THREE = { accounts: ['Success', 'Rainy Day Savings', 'Everyday Card'] };

test('a linked account has every field, and is told of once', async () => {
  const { one, customer, told } = await bank();
  const account = await one({ permissions: ['balances', 'payment_method'] });
  expect(account).toEqual({
    id: expect.stringMatching(/^fca_/),
    object: 'financial_connections.account',
    account_holder: { type: 'customer', customer },
    account_numbers: null,
    balance: null,
    balance_refresh: null,
    category: 'cash',
    created: expect.any(Number),
    display_name: 'Success',
    institution_name: 'Test (Non-OAuth)',
    last4: '6789',
    livemode: false,
    ownership: null,
    ownership_refresh: null,
    permissions: ['balances', 'payment_method'],
    status: 'active',
    subcategory: 'checking',
    subscriptions: [],
    supported_payment_method_types: ['us_bank_account', 'link'],
    transaction_refresh: null,
  });
  expect(await told()).toEqual(['created']);
});

test('events about own customers go to the platform, without an account', async () => {
  const { one, hook, stripe } = await bank();
  const { id } = await one();
  await stripe.settled();
  const event = JSON.parse(hook.received.at(-1)?.body ?? '{}');
  expect(event).toMatchObject({ type: 'financial_connections.account.created', data: { object: { id } } });
  expect(event.account).toBeUndefined();
});

test('accounts are listed by holder and by session, newest first, page by page', async () => {
  const { sdk, link, customer } = await bank();
  const mine = await link({}, THREE);
  const other = await sdk.customers.create({});
  await link({ account_holder: { type: 'customer', customer: other.id } });
  const found = await sdk.financialConnections.accounts.list({ account_holder: { customer } });
  expect(found.data.map(({ id }) => id)).toEqual(mine.map(({ id }) => id).reverse());
  const first = await sdk.financialConnections.accounts.list({ account_holder: { customer }, limit: 2 });
  expect(first.has_more).toBe(true);
  const rest = await sdk.financialConnections.accounts.list({
    account_holder: { customer },
    starting_after: first.data[1]?.id ?? '',
  });
  expect(rest.data.map(({ id }) => id)).toEqual([mine[0]?.id]);
  await expect(
    sdk.financialConnections.accounts.list({ account_holder: { customer: 'cus_nope' } }),
  ).rejects.toMatchObject({ code: 'resource_missing' });
  await expect(
    sdk.financialConnections.accounts.list({ account_holder: { customer, account: 'acct_1' } }),
  ).rejects.toMatchObject({ code: 'parameters_exclusive' });
  await expect(sdk.financialConnections.accounts.list({ session: 'fcsess_nope' })).rejects.toMatchObject({
    code: 'resource_missing',
  });
});

test('a session lists what was linked in it', async () => {
  const { sdk, session, control } = await bank();
  const { id } = await session();
  expect((await sdk.financialConnections.accounts.list({ session: id })).data).toEqual([]);
  await control('bank/link', { session: id, ...THREE });
  expect((await sdk.financialConnections.accounts.list({ session: id })).data).toHaveLength(3);
});

test('disconnecting is final, can be repeated, and is told of once', async () => {
  const { sdk, one, told, read } = await bank();
  const { id } = await one();
  expect((await sdk.financialConnections.accounts.disconnect(id)).status).toBe('disconnected');
  expect((await sdk.financialConnections.accounts.disconnect(id)).status).toBe('disconnected');
  expect((await read(id)).status).toBe('disconnected');
  expect(await told()).toEqual(['created', 'disconnected']);
  await expect(sdk.financialConnections.accounts.refresh(id, { features: ['balance'] })).rejects.toMatchObject({
    code: 'financial_connections_account_inactive',
  });
});

test('linked again it keeps its id, is granted more, and comes back to life; disconnected it gets a new id', async () => {
  const { sdk, one, order, told } = await bank();
  const first = await one({ permissions: ['balances'] });
  await order(first.id, { status: 'inactive' });
  const again = await one({ permissions: ['transactions'] });
  expect(again).toMatchObject({ id: first.id, status: 'active', permissions: ['balances', 'transactions'] });
  expect(await told()).toEqual(['created', 'deactivated', 'reactivated']);
  await sdk.financialConnections.accounts.disconnect(first.id);
  expect((await one()).id).not.toBe(first.id);
});

test('a test may have a new id for an account that was linked before', async () => {
  const { one } = await bank();
  expect((await one()).id).not.toBe((await one({}, { as_new: true })).id);
});

test('what somebody else does to an account is told of', async () => {
  const { one, order, told } = await bank();
  const { id } = await one();
  expect(await order(id, { relink_required: true })).toMatchObject({
    status: 'active',
    status_details: { active: { action: 'relink_required', cause: 'access_expired' } },
  });
  expect((await order(id, { relink_required: false })).status_details).toBeUndefined();
  expect((await order(id, { status: 'inactive' })).status).toBe('inactive');
  expect((await order(id, { status: 'active' })).status).toBe('active');
  expect((await order(id, { status: 'disconnected' })).status).toBe('disconnected');
  expect(await told()).toEqual([
    'created',
    'upcoming_deactivation',
    'authorization.upcoming_deactivation',
    'deactivated',
    'reactivated',
    'disconnected',
  ]);
});

test('an account that will have to be logged in to again says when, warns a month ahead, then goes inactive', async () => {
  const { one, advance, read, told } = await bank();
  const { id, created } = await one({}, { institution: 'Eventually Requires Reauthentication' });
  const at = created + 60 * 86_400;
  expect((await read(id)).status_details?.active).toMatchObject({ action: 'none', expected_deactivation_date: at });
  await advance(30 * 86_400);
  expect((await read(id)).status_details?.active?.action).toBe('relink_required');
  await advance(30 * 86_400);
  expect((await read(id)).status).toBe('inactive');
  expect(await told()).toEqual([
    'created',
    'expected_deactivation_date_updated',
    'authorization.expected_deactivation_date_updated',
    'upcoming_deactivation',
    'authorization.upcoming_deactivation',
    'deactivated',
  ]);
});

test.each([
  ['Inactive Accounts', 0],
  ['Immediately Requires Reauthentication', 1],
])('an account of %s is inactive at once', async (institution, after) => {
  const { one, advance, read, told } = await bank();
  const { id } = await one({}, { institution });
  await advance(after);
  expect((await read(id)).status).toBe('inactive');
  expect(await told()).toEqual(['created', 'deactivated']);
});

test('a number issued for one link runs out: announced, then without payment methods', async () => {
  const { one, advance, read, told } = await bank();
  const institution = 'Tokenized Account Number (Eventually expiring)';
  const { id, created } = await one({ permissions: ['payment_method'] }, { institution });
  const token = { identifier_type: 'tokenized_account_number', expected_expiry_date: created + 60 * 86_400 };
  expect((await read(id)).account_numbers).toMatchObject([{ ...token, status: 'transactable' }]);
  await advance(60 * 86_400);
  expect(await read(id)).toMatchObject({
    account_numbers: [{ ...token, status: 'expired' }],
    supported_payment_method_types: [],
  });
  expect(await told()).toEqual([
    'created',
    'upcoming_account_number_expiry',
    'account_numbers_updated',
    'supported_payment_method_types_updated',
  ]);
});

test('accounts without usable numbers support no payment method', async () => {
  const { one } = await bank();
  expect((await one({}, { institution: 'Invalid Payment Accounts' })).supported_payment_method_types).toEqual([]);
});

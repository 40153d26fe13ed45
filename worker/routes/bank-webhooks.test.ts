import { env } from 'cloudflare:workers';
import Stripe from 'stripe';
import { beforeEach, expect, it } from 'vitest';
import { type BankUser, bankUser, everything, first } from '../testing/bank.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let user: BankUser;
beforeEach(async () => {
  world = await createWorld({ bank: everything });
  user = bankUser(world);
});

const cryptoProvider = Stripe.createSubtleCryptoProvider();

interface Told {
  readonly type: string;
  readonly id: string | undefined;
  readonly customer?: string;
  readonly event?: string;
}

/** A snapshot that says nothing but whose it is: what counts is read from Stripe. */
async function tell({ type, id, customer, event = `evt_${crypto.randomUUID()}` }: Told): Promise<Response> {
  const timestamp = Math.floor(world.now() / 1000);
  const account_holder = customer === undefined ? null : { type: 'customer', customer };
  const payload = JSON.stringify({
    id: event,
    object: 'event',
    type: `financial_connections.account.${type}`,
    created: timestamp,
    livemode: false,
    data: { object: { id, object: 'financial_connections.account', account_holder, status: 'active' } },
  });
  const signature = await Stripe.webhooks.generateTestHeaderStringAsync({
    payload,
    secret: 'whsec_tests_connect',
    timestamp,
    cryptoProvider,
  });
  return world.fetch('/v1/webhooks/stripe', {
    method: 'POST',
    headers: { 'Stripe-Signature': signature },
    body: payload,
  });
}

const stored = (id: string) =>
  env.DB.prepare("SELECT reading ->> '$.status' AS status, synced_refresh FROM bank_accounts WHERE id = ?")
    .bind(id)
    .first<{ status: string; synced_refresh: string | null }>();
const stateOf = (event: string) =>
  env.DB.prepare('SELECT state FROM events WHERE id = ?').bind(event).first<string>('state');
const customerOf = (sub: string) =>
  env.DB.prepare('SELECT customer_id FROM customers WHERE site_id = ? AND sub = ?')
    .bind(world.site.id, sub)
    .first<string>('customer_id');

it.each([
  'deactivated',
  'reactivated',
  'disconnected',
  'refreshed_balance',
  'refreshed_ownership',
  'refreshed_transactions',
  'account_numbers_updated',
  'upcoming_account_number_expiry',
  'supported_payment_method_types_updated',
  'expected_deactivation_date_updated',
  'upcoming_deactivation',
])('%s has the account read again, and believes nothing of the payload', async (type) => {
  const { id } = first(await user.link());
  await world.control(`bank/accounts/${id}`, { status: 'inactive' });
  const before = world.stripeCalls().filter((call) => call === `GET /v1/financial_connections/accounts/${id}`).length;
  expect((await tell({ type, id })).status).toBe(200);
  expect((await stored(id))?.status).toBe('inactive');
  const after = world.stripeCalls().filter((call) => call === `GET /v1/financial_connections/accounts/${id}`).length;
  expect(after).toBe(before + 1);
});

it('created tells of an account whose page was closed before it could say so', async () => {
  const { id: session } = await user.session();
  await world.control('bank/link', { session });
  const customer = (await customerOf('user_1')) ?? '';
  const made = world.stripe.requests().length;
  const listed = await world.stripe.fetch(
    new Request(`http://localhost:12111/v1/financial_connections/accounts?account_holder[customer]=${customer}`, {
      headers: { Authorization: 'Bearer sk_test_1234567890abcdef' },
    }),
  );
  expect(world.stripe.requests().length).toBeGreaterThan(made);
  const { data } = await listed.json<{ data: { id: string }[] }>();
  const { id } = first(data);
  expect(await stored(id)).toBeNull();
  await tell({ type: 'created', id, customer });
  expect((await stored(id))?.status).toBe('active');
});

it('refreshed_transactions has them stored before anybody asks, but not where the refresh failed', async () => {
  const { id } = first(await user.link({ body: { prefetch: ['transactions'] } }));
  world.advance(2);
  await tell({ type: 'refreshed_transactions', id });
  expect((await stored(id))?.synced_refresh).toMatch(/^fctxnref_/);
  const reads = () => world.stripeCalls().filter((call) => call.endsWith('/transactions')).length;
  const before = reads();
  await world.control(`bank/accounts/${id}`, { next_refresh: 'failed' });
  world.advance(86_400);
  await user.ask(`/accounts/${id}/refresh`, { body: { features: ['transactions'] } });
  world.advance(2);
  await tell({ type: 'refreshed_transactions', id });
  expect(reads()).toBe(before);
});

it('52: an account of nobody we know is kept aside, and so is one that Stripe does not have', async () => {
  await user.link();
  const customer = (await customerOf('user_1')) ?? '';
  for (const told of [
    { id: 'fca_nobody' },
    { id: 'fca_nobody', customer: 'cus_nobody' },
    { id: 'fca_nobody', customer },
    { id: undefined },
  ]) {
    const event = `evt_${crypto.randomUUID()}`;
    const rows = await world.rows();
    expect((await tell({ type: 'created', event, ...told })).status).toBe(200);
    expect(await stateOf(event)).toBe('aside');
    expect((await world.rows()).bank_accounts).toBe(rows.bank_accounts);
  }
});

it('50: one event fifty times reads once', async () => {
  const { id } = first(await user.link());
  const event = `evt_${crypto.randomUUID()}`;
  const before = world.stripeCalls().length;
  await Promise.all(Array.from({ length: 50 }, () => tell({ type: 'refreshed_balance', id, event })));
  expect(world.stripeCalls().length).toBe(before + 1);
});

it('brings nothing back that the person has removed, nor a balance of it', async () => {
  const { id } = first(await user.link({ body: { prefetch: ['balances'] } }));
  world.advance(2);
  await user.ask(`/accounts/${id}`, { method: 'DELETE' });
  await tell({ type: 'disconnected', id });
  await tell({ type: 'refreshed_balance', id });
  expect(await user.list(0)).toEqual([]);
  const reading = env.DB.prepare("SELECT reading ->> '$.balance' AS balance FROM bank_accounts WHERE id = ?").bind(id);
  expect(await reading.first('balance')).toBeNull();
});

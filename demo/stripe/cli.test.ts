import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { type Stand, stand } from './testing/stand.ts';

const PACKAGED = join(import.meta.dirname, '../../node_modules/@stripe/cli-linux-x64/bin/stripe');
/** The official CLI: from npm where there is a build for the platform, else the one on the PATH. */
const CLI = existsSync(PACKAGED) ? PACKAGED : 'stripe';
const KEY = 'sk_test_1234567890abcdef';

async function cli(at: Stand, ...args: string[]): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'stripe-cli-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const { stdout } = await promisify(execFile)(
    CLI,
    ['--api-base', `http://127.0.0.1:${at.port}`, '--api-key', KEY, ...args],
    {
      env: { ...process.env, STRIPE_CLI_TELEMETRY_OPTOUT: '1', XDG_CONFIG_HOME: home },
    },
  );
  return stdout;
}

test('the official CLI creates, reads and lists', async () => {
  const at = await stand();
  const created = JSON.parse(await cli(at, 'customers', 'create', '--email', 'jenny@example.test', '--name', 'Jenny'));
  expect(created).toMatchObject({ object: 'customer', email: 'jenny@example.test' });
  expect(JSON.parse(await cli(at, 'get', created.id))).toMatchObject({ id: created.id });
  expect(JSON.parse(await cli(at, 'get', '/v1/customers', '--limit', '1'))).toMatchObject({
    object: 'list',
    data: [{ id: created.id }],
  });
  expect(JSON.parse(await cli(at, 'post', `/v1/customers/${created.id}`, '-d', 'metadata[plan]=gold'))).toMatchObject({
    metadata: { plan: 'gold' },
  });
});

test('the official CLI creates a connected account and acts on it', async () => {
  const at = await stand();
  const account = JSON.parse(
    await cli(
      at,
      'post',
      '/v1/accounts',
      '-d',
      'controller[stripe_dashboard][type]=none',
      '-d',
      'capabilities[card_payments][requested]=true',
    ),
  );
  expect(account).toMatchObject({ object: 'account', type: 'none', capabilities: { card_payments: 'inactive' } });
  expect(JSON.parse(await cli(at, '--stripe-account', account.id, 'customers', 'create'))).toMatchObject({
    object: 'customer',
  });
  expect((await at.as(KEY).customers.list({}, { stripeAccount: account.id })).data).toHaveLength(1);
});

test.each([
  ['customer.created'],
  ['customer.updated'],
  ['customer.deleted'],
  ['product.created'],
  ['product.updated'],
  ['product.deleted'],
  ['price.created'],
  ['price.updated'],
  ['setup_intent.created'],
  ['setup_intent.succeeded'],
  ['setup_intent.setup_failed'],
  ['setup_intent.requires_action'],
  ['setup_intent.canceled'],
  ['payment_intent.created'],
  ['payment_intent.succeeded'],
  ['payment_intent.processing'],
  ['payment_intent.payment_failed'],
  ['payment_intent.requires_action'],
  ['payment_intent.amount_capturable_updated'],
  ['payment_intent.canceled'],
  ['payment_method.attached'],
  ['payment_method.updated'],
  ['payment_method.detached'],
  ['charge.succeeded'],
  ['charge.failed'],
  ['charge.captured'],
  ['charge.refunded'],
  ['charge.refund.updated'],
  ['charge.dispute.created'],
  ['charge.dispute.updated'],
  ['charge.dispute.closed'],
  ['balance.available'],
  ['payout.created'],
  ['payout.updated'],
  ['checkout.session.completed'],
  ['checkout.session.expired'],
  ['account.updated'],
  ['account.application.deauthorized'],
])('stripe trigger %s triggers it', async (type) => {
  const at = await stand();
  expect(await cli(at, 'trigger', type)).toContain('Trigger succeeded!');
  const sdk = at.as(KEY);
  const connected = at.stripe.requests().find((request) => request.path.startsWith('/v1/accounts/'));
  if (!connected) {
    expect((await sdk.events.list({ type })).data).toHaveLength(1);
    return;
  }
  const account = connected.path.slice('/v1/accounts/'.length);
  if (type === 'account.updated')
    expect((await sdk.events.list({ type }, { stripeAccount: account })).data).toHaveLength(1);
  else await expect(sdk.accounts.retrieve(account)).rejects.toMatchObject({ code: 'account_invalid' });
});

test.each([['checkout.session.async_payment_succeeded'], ['checkout.session.async_payment_failed']])(
  'stripe trigger %s triggers it once the bank has decided',
  async (type) => {
    const at = await stand();
    expect(await cli(at, 'trigger', type)).toContain('Trigger succeeded!');
    const sdk = at.as(KEY);
    expect((await sdk.events.list({ type: 'checkout.session.completed' })).data).toHaveLength(1);
    await at.control('clock', { advance: 5 });
    expect((await sdk.events.list({ type })).data).toHaveLength(1);
  },
);

/** Inlay's Worker with a site and its users, and what those users and Stripe send to it. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { type Limiter, migrate, type Running, startWorkerd } from './workerd.ts';

const site = 'site_bench';
const page = 'https://rides.example';
const operator = randomBytes(32).toString('hex');
/** What merchants sell here. */
const checkout = {
  fee: { basis_points: 250, fixed: 30 },
  prices: [{ id: 'day_pass', name: 'Day pass', unit_amount: 1_200 }],
  daily_quota: 1_000_000,
};
export const webhookSecret = `whsec_${randomBytes(16).toString('hex')}`;

export interface Inlay extends Running {
  readonly key: { readonly id: string; readonly secret: string };
}

/** Users are `user_1` and so on, each with an account `acct_1` and so on; there are as many old events. */
export async function startInlay(script: string, stripe: string, users: number, limiter?: Limiter): Promise<Inlay> {
  const bindings = {
    INLAY_OPERATOR_KEY: operator,
    INLAY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    STRIPE_WEBHOOK_SECRETS: webhookSecret,
    STRIPE_API_ORIGIN: stripe,
  };
  const running = await startWorkerd(script, bindings, limiter);
  await migrate(running);
  const settings = { id: site, mode: 'test', business_name: 'Rocket Rides', country: 'US', currency: 'usd' };
  const stripeKeys = { secret_key: 'sk_test_1234567890', publishable_key: 'pk_test_1234567890' };
  const response = await fetch(`http://127.0.0.1:${running.port}/v1/sites`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${operator}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...settings, origins: [page], stripe: stripeKeys, checkout }),
  });
  if (!response.ok) throw new Error(`The Worker made no site: ${await response.text()}`);
  const { key } = await response.json();
  await addUsers(running, users);
  return { ...running, key };
}

/** What is read of a merchant, at the size it usually has. */
const works = { details_submitted: true, charges_enabled: true, payouts_enabled: true };
const lists = { currently_due: [], eventually_due: [], past_due: [], pending_verification: [], errors: [] };
const capabilities = { card_payments: 'active', transfers: 'active' };
const merchant = { object: 'account', status: 'enabled', country: 'US', ...works, capabilities, requirements: lists };

/** Rows of one statement: enough to be quick, few enough for what D1 lets a statement take. */
const AT_ONCE = 100_000;

async function addUsers({ sql }: Running, users: number): Promise<void> {
  // In an hour: no reading grows too old to be shown while the bench runs.
  const time = Date.now() + 3_600_000;
  for (let from = 1; from <= users; from += AT_ONCE) {
    // D1 binds every number as a real, which would become part of the ids as "1.0".
    const numbers = `WITH RECURSIVE numbers (n) AS
      (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT n + 1 FROM numbers WHERE n < ?2)`;
    const range = [from, Math.min(users, from + AT_ONCE - 1), time];
    await sql(
      `INSERT INTO accounts (site_id, sub, account_id, claim_id, claimed_at, claim_lease_until, reading, read_at)
       ${numbers} SELECT ?4, 'user_' || n, 'acct_' || n, hex(randomblob(16)), ?3, ?3, ?5, ?3 FROM numbers`,
      ...[...range, site, JSON.stringify(merchant)],
    );
    await sql(
      `INSERT INTO events (id, type, livemode, created, received_at, state, lease, lease_until, sweep_after)
       ${numbers} SELECT 'evt_' || hex(randomblob(12)), 'account.updated', 0, ?3, ?3, 'done', '', ?3, ?3 FROM numbers`,
      ...range,
    );
  }
}

/** Whoever is asked: Inlay, or what it is held against, with a token that Inlay's key has signed. */
export interface Asked {
  readonly port: number;
  readonly key: Inlay['key'];
  readonly path: string;
}

export const linksPath = `/v1/sites/${site}/account_links`;
export const accountPath = `/v1/sites/${site}/account`;
export const bankAccountsPath = `/v1/sites/${site}/financial_connections/accounts`;
export const sessionsPath = `/v1/sites/${site}/checkout/sessions`;
export const webhookPath = '/v1/webhooks/stripe';

/** As a page of the site asks on behalf of a user. A POST is the click that wants a link. */
export function userRequest(
  method: 'GET' | 'POST',
  { port, key, path }: Asked,
  user: number,
  scope: 'onboard' | 'bank' = 'onboard',
): string {
  const now = Math.floor(Date.now() / 1000);
  const who = { iss: site, aud: `http://127.0.0.1:${port}`, sub: `user_${user}`, scope: [scope] };
  const parts = [
    { alg: 'HS256', typ: 'inlay+jwt', kid: key.id },
    { ...who, iat: now, exp: now + 600, jti: randomUUID() },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const signature = createHmac('sha256', key.secret).update(parts.join('.')).digest('base64url');
  const headers = { Origin: page, Authorization: `Bearer ${parts.join('.')}.${signature}` };
  const body = JSON.stringify({ return_url: `${page}/payouts`, presentation: 'redirect' });
  return requestText(method, { port, path }, headers, method === 'POST' ? body : '');
}

/** As a buyer's click sends it, each an attempt of its own. */
export function buyerRequest(to: Omit<Asked, 'key'>, merchant: number): string {
  const headers = { Origin: page, 'Idempotency-Key': randomUUID() };
  const line_items = [{ price: 'day_pass', quantity: 1 }];
  const body = JSON.stringify({ merchant: `user_${merchant}`, line_items, return_url: `${page}/shop` });
  return requestText('POST', to, headers, body);
}

/** A delivery of Stripe's, of an event that never came before. */
export function webhookRequest({ port, path }: Omit<Asked, 'key'>, account: string): string {
  const now = Math.floor(Date.now() / 1000);
  const id = `evt_${randomBytes(12).toString('hex')}`;
  const object = { ...merchant, id: account, email: 'driver@rides.example', metadata: {} };
  const event = {
    id,
    object: 'event',
    type: 'account.updated',
    account,
    created: now,
    livemode: false,
    data: { object },
  };
  const body = JSON.stringify(event);
  const signature = createHmac('sha256', webhookSecret).update(`${now}.${body}`).digest('hex');
  return requestText('POST', { port, path }, { 'Stripe-Signature': `t=${now},v1=${signature}` }, body);
}

function requestText(method: string, to: Omit<Asked, 'key'>, headers: Record<string, string>, body: string): string {
  const all = {
    Host: `127.0.0.1:${to.port}`,
    ...headers,
    'Content-Type': 'application/json',
    'Content-Length': body.length,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${to.path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

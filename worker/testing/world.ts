/**
 * Everything a Worker test stands on: the Worker itself in workerd with real D1, the stand-in for Stripe behind `fetch`,
 * one clock for both, and a site of the test's own.
 */
import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { SignJWT } from 'jose';
import { afterEach, vi } from 'vitest';
import { createStripe, type StripeStandIn } from '../../demo/stripe/index.ts';
import { createWorker } from '../app.ts';
import { expectDescribed } from './described.ts';

export const WORKER = 'https://pay.test';
export const PAGE = 'https://shop.example';
const TABLES = [
  'sites',
  'site_keys',
  'accounts',
  'customers',
  'bank_accounts',
  'bank_transactions',
  'payment_methods',
  'consents',
  'charges',
  'orders',
  'checkout_days',
  'payouts',
  'events',
];

export interface World {
  readonly stripe: StripeStandIn;
  readonly site: { readonly id: string; readonly key: { readonly id: string; readonly secret: string } };
  /** Milliseconds; the stand-in's clock moves along. */
  now(): number;
  advance(seconds: number): void;
  readonly logs: Record<string, unknown>[];
  readonly env: Env;
  /** What the Worker answers; its background work is done before this resolves. */
  fetch(path: string, init?: RequestInit & { readonly env?: Env }): Promise<Response>;
  /** As the site's page would ask on behalf of a user. */
  ask(
    path: string,
    init?: { method?: string; body?: unknown; token?: string; headers?: Record<string, string> },
  ): Promise<Response>;
  operator(path: string, init?: { method?: string; body?: unknown }): Promise<Response>;
  token(claims?: Record<string, unknown>, options?: TokenOptions): Promise<string>;
  /** One of the stand-in's controls, `POST /_test/<name>`. */
  control(name: string, body: unknown): Promise<unknown>;
  /** Rows in every table, to show that nothing was written. */
  rows(): Promise<Record<string, number>>;
  /** Calls that reached Stripe's API. */
  stripeCalls(): string[];
  scheduled(): Promise<void>;
}

export interface TokenOptions {
  readonly header?: Record<string, unknown>;
  readonly secret?: string | Uint8Array;
}

let worlds = 0;

export async function createWorld(settings: Record<string, unknown> = {}): Promise<World> {
  worlds += 1;
  let time = Date.UTC(2026, 9, 28, 12) + worlds * 1_000_000;
  const logs: Record<string, unknown>[] = [];
  const worker = createWorker({
    now: () => time,
    sleep: async (milliseconds) => {
      // Those who sleep at the same time wake at the same time.
      const until = time + Math.ceil(milliseconds);
      await scheduler.wait(1);
      time = Math.max(time, until);
    },
    stripeTimeout: 150,
    log: (line) => logs.push(line),
  });
  const stripe = createStripe({
    origin: 'http://localhost:12111',
    now: () => Math.floor(time / 1000),
    deliver: async () => new Response(null, { status: 200 }),
  });
  vi.stubGlobal('fetch', (input: RequestInfo, init?: RequestInit) => stripe.fetch(new Request(input, init)));
  const seen = () => stripe.requests().filter(({ path }) => path.startsWith('/v1/'));

  async function fetchWorker(path: string, init: RequestInit & { env?: Env } = {}): Promise<Response> {
    const { env: bindings = env, ...request } = init;
    const context = createExecutionContext();
    const response = await worker.fetch(new Request(new URL(path, WORKER), request), bindings, context);
    await waitOnExecutionContext(context);
    await expectDescribed(request.method ?? 'GET', path, request.body, response);
    return response;
  }

  async function operator(path: string, init: { method?: string; body?: unknown } = {}): Promise<Response> {
    return fetchWorker(path, {
      method: init.method ?? 'GET',
      headers: { Authorization: `Bearer ${env.INLAY_OPERATOR_KEY}`, 'Content-Type': 'application/json' },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
  }

  const created = await operator('/v1/sites', {
    method: 'POST',
    body: {
      id: `site_world_${worlds}_${crypto.randomUUID().slice(0, 8)}`,
      mode: 'test',
      business_name: 'Rocket Rides',
      country: 'US',
      currency: 'usd',
      origins: [PAGE],
      stripe: { secret_key: 'sk_test_1234567890abcdef', publishable_key: 'pk_test_1234567890abcdef' },
      ...settings,
    },
  });
  if (created.status !== 201) throw new Error(`no site: ${await created.text()}`);
  const site: World['site'] = await created.json();

  async function token(claims: Record<string, unknown> = {}, options: TokenOptions = {}): Promise<string> {
    const { secret = site.key.secret, header = {} } = options;
    const seconds = Math.floor(time / 1000);
    return new SignJWT({
      iss: site.id,
      aud: WORKER,
      sub: 'user_1',
      iat: seconds,
      exp: seconds + 600,
      jti: crypto.randomUUID(),
      scope: ['onboard'],
      ...claims,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'inlay+jwt', kid: site.key.id, ...header })
      .sign(typeof secret === 'string' ? new TextEncoder().encode(secret) : secret);
  }

  return {
    stripe,
    site,
    env,
    logs,
    token,
    operator,
    fetch: fetchWorker,
    now: () => time,
    advance: (seconds) => {
      time += seconds * 1000;
    },
    async ask(path, init = {}) {
      return fetchWorker(`/v1/sites/${site.id}${path}`, {
        method: init.method ?? (init.body === undefined ? 'GET' : 'POST'),
        headers: {
          Origin: PAGE,
          Authorization: `Bearer ${init.token ?? (await token())}`,
          ...(init.body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...init.headers,
        },
        ...(init.body === undefined
          ? {}
          : { body: typeof init.body === 'string' ? init.body : JSON.stringify(init.body) }),
      });
    },
    async control(name, body) {
      const response = await stripe.fetch(
        new Request(`http://localhost:12111/_test/${name}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      );
      if (!response.ok) throw new Error(`control ${name}: ${await response.text()}`);
      return response.json().catch(() => null);
    },
    async rows() {
      const counts: Record<string, number> = {};
      for (const table of TABLES) {
        counts[table] = (await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')) ?? -1;
      }
      return counts;
    },
    stripeCalls: () => seen().map(({ method, path }) => `${method} ${path}`),
    async scheduled() {
      await worker.scheduled(createScheduledController(), env);
    },
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The least that the measured jobs cost: one Worker, of which each workerd is asked for one path. */
import { Hono } from 'hono/tiny';
import { jwtVerify } from 'jose';
import Stripe from 'stripe';

interface Bindings {
  readonly STRIPE_API_ORIGIN: string;
  readonly SITE_KEY: string;
  readonly WEBHOOK_SECRET: string;
  readonly DB: {
    prepare(sql: string): {
      bind(...values: unknown[]): { first(): Promise<{ account_id: string }>; run(): Promise<unknown> };
    };
  };
}

/** A few lines without a library: 1.00 by definition. */
async function forward(request: Request, env: Bindings): Promise<Response> {
  const { return_url } = await request.json();
  const answer = await fetch(`${env.STRIPE_API_ORIGIN}/v1/account_links`, {
    method: 'POST',
    headers: { Authorization: 'Bearer sk_test_1234567890', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ account: 'acct_1', type: 'account_onboarding', return_url, refresh_url: return_url }),
  });
  const { url, expires_at } = await answer.json();
  return Response.json({ object: 'account_link', url, expires_at });
}

const kept: { stripe?: Stripe; key?: CryptoKey } = {};
const provider = Stripe.createSubtleCryptoProvider();

function stripeAt(origin: string): Stripe {
  const { hostname: host, port } = new URL(origin);
  const httpClient = Stripe.createFetchHttpClient((...args: Parameters<typeof fetch>) => fetch(...args));
  const options = { host, port, protocol: 'http', telemetry: false, maxNetworkRetries: 0, httpClient } as const;
  kept.stripe ??= new Stripe('sk_test_1234567890', options);
  return kept.stripe;
}

async function accountOf(env: Bindings, authorization = ''): Promise<string> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  kept.key ??= await crypto.subtle.importKey('raw', new TextEncoder().encode(env.SITE_KEY), hmac, false, ['verify']);
  const { iss, sub } = (await jwtVerify(authorization.slice('Bearer '.length), kept.key)).payload;
  const read = env.DB.prepare('SELECT account_id FROM accounts WHERE site_id = ? AND sub = ?').bind(iss, sub);
  return (await read.first()).account_id;
}

async function verified(request: Request, env: Bindings): Promise<Stripe.Event> {
  const signature = request.headers.get('Stripe-Signature') ?? '';
  return Stripe.webhooks.constructEventAsync(await request.text(), signature, env.WEBHOOK_SECRET, 300, provider);
}

const app = new Hono<{ Bindings: Bindings }>();
app.on('POST', ['/sdk', '/sdk-read'], async (c) => {
  const { return_url } = await c.req.json();
  const account = c.req.path === '/sdk' ? 'acct_1' : await accountOf(c.env, c.req.header('Authorization'));
  const params = { account, type: 'account_onboarding', return_url, refresh_url: return_url } as const;
  const { url, expires_at } = await stripeAt(c.env.STRIPE_API_ORIGIN).accountLinks.create(params);
  return c.json({ object: 'account_link', url, expires_at });
});

export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/forward') return forward(request, env);
    if (pathname.startsWith('/sdk')) return app.fetch(request, env);
    const { id, type } = await verified(request, env);
    if (pathname === '/insert') await env.DB.prepare('INSERT INTO recorded VALUES (?, ?)').bind(id, type).run();
    return Response.json({ received: true });
  },
};

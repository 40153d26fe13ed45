/** What the stand-in's tests share: a served stand-in, the official SDK pointed at it, and a listener for webhooks. */
import { createServer } from 'node:http';
import Stripe from 'stripe';
import { onTestFinished } from 'vitest';
import { type ServedStripe, type ServeOptions, serveStripe } from '../serve.ts';

export interface Stand extends ServedStripe {
  sdk: Stripe;
  /** The SDK with another key, or other settings. */
  as(key: string, config?: ConstructorParameters<typeof Stripe>[1]): Stripe;
  /** A request by hand, with the demo key unless headers say otherwise; redirects are not followed. */
  raw(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, form: string, headers?: Record<string, string>): Promise<Response>;
  control(name: string, body?: object): Promise<Response>;
}

export async function stand(options: Pick<ServeOptions, 'now'> = {}): Promise<Stand> {
  const served = await serveStripe({ port: 0, ...options });
  onTestFinished(() => served.close());
  const as: Stand['as'] = (key, config) =>
    new Stripe(key, {
      host: '127.0.0.1',
      port: served.port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: 0,
      ...config,
    });
  const raw: Stand['raw'] = (path, init = {}) =>
    fetch(path.startsWith('http') ? path : `http://127.0.0.1:${served.port}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { Authorization: 'Bearer sk_test_demo', ...init.headers },
    });
  return {
    ...served,
    sdk: as('sk_test_demo'),
    as,
    raw,
    post: (path, form, headers = {}) =>
      raw(path, {
        method: 'POST',
        body: form,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      }),
    control: (name, body) => raw(`/_test/${name}`, { method: 'POST', ...(body && { body: JSON.stringify(body) }) }),
  };
}

/** An account as the Worker makes them: the platform pays and is liable, Stripe collects, Express Dashboard. */
export const EXPRESS = {
  controller: {
    fees: { payer: 'application' },
    losses: { payments: 'application' },
    requirement_collection: 'stripe',
    stripe_dashboard: { type: 'express' },
  },
  capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
} satisfies Stripe.AccountCreateParams;

export const CUSTOM = {
  ...EXPRESS,
  controller: { ...EXPRESS.controller, requirement_collection: 'application', stripe_dashboard: { type: 'none' } },
} satisfies Stripe.AccountCreateParams;

export interface Received {
  body: string;
  headers: Record<string, string | string[] | undefined>;
  event: { id: string; type: string; account?: string };
}

/** A place webhooks arrive at; answers what `status` says. */
export async function listener(
  status: (count: number) => number | Promise<number> = () => 200,
): Promise<{ url: string; received: Received[]; types(): string[] }> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    received.push({ body, headers: request.headers, event: JSON.parse(body) });
    const code = await status(received.length);
    response.writeHead(code, code >= 300 && code < 400 ? { Location: '/elsewhere' } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { url: `http://127.0.0.1:${port}/hook`, received, types: () => received.map(({ event }) => event.type) };
}

/** Waits for what another task will bring about, however long the machine takes. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * Ways to the Worker that fail. An element whose `api` is one of these origins reaches this site instead, which passes its
 * requests on late, or answers them itself; for one that is offline, `serve.ts` breaks the connection.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import type { SiteSettings } from '../settings.ts';

export const ways = [
  { value: 'slow', label: 'Slow: every answer takes two seconds more' },
  { value: 'offline', label: 'Offline: the connection breaks' },
  { value: 'busy', label: 'Answers 429, too many requests' },
  { value: 'broken', label: 'Answers 500' },
] as const;

export type Way = (typeof ways)[number]['value'] | '';

const DELAY_MS = 2_000;

/** Browsers look for `*.localhost` on this machine. */
export function originOf(way: string, origin: string): string {
  const { protocol, host } = new URL(origin);
  return `${protocol}//${way}.${host}`;
}

export function wayOf(host: string): Way {
  return ways.find(({ value }) => host.startsWith(`${value}.`))?.value ?? '';
}

export function wayToTheWorker({ worker, origin }: SiteSettings): MiddlewareHandler {
  return async (c, next) => {
    const url = new URL(c.req.url);
    const way = wayOf(url.hostname);
    if (way === '') return next();
    // A browser that asks beforehand whether it may is let through to be refused by what it then asks for.
    const refusal = c.req.method === 'OPTIONS' ? undefined : refusals[way];
    if (refusal) return c.json({ error: { ...refusal.error, request_id: `req_${way}` } }, refusal.status, cors(origin));
    if (way === 'slow') await wait(DELAY_MS);
    const { method, headers, body } = c.req.raw;
    const passed = new Headers(headers);
    for (const name of ['Host', 'Connection', 'Content-Length']) passed.delete(name);
    const response = await fetch(new URL(`${url.pathname}${url.search}`, worker), {
      method,
      headers: passed,
      body: body === null ? null : await c.req.arrayBuffer(),
    });
    const answer = new Response(response.body, response);
    // It comes decoded.
    for (const name of ['Content-Encoding', 'Content-Length']) answer.headers.delete(name);
    return answer;
  };
}

/** As the Worker words them. */
const refusals: {
  readonly [way in Way]?: { status: 429 | 500; error: { type: string; code: string; message: string } };
} = {
  busy: { status: 429, error: { type: 'rate_limit_error', code: 'rate_limited', message: 'Too many requests.' } },
  broken: { status: 500, error: { type: 'api_error', code: 'internal', message: 'Something went wrong here.' } },
};

function cors(origin: string): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Retry-After, Request-Id',
    'Retry-After': '2',
  };
}

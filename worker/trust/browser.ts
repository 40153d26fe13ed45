/**
 * Which pages may call: a site is found by the path, a page by its Origin. CORS headers only let a page read the answer;
 * the refusal of other origins is ours, before any handler.
 */
import type { MiddlewareHandler } from 'hono';
import { InlayError } from '../errors.ts';
import type { AppEnv } from '../hono.ts';

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST, DELETE',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key',
  // Two hours: the most that Chromium keeps.
  'Access-Control-Max-Age': '7200',
};

/** Finds the site of the path, answers preflights, and lets listed origins read whatever is answered, errors included. */
export const siteOfPath: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { directory } = c.var.services;
  const origin = c.req.header('Origin');
  const id = c.req.param('site') ?? '';
  c.header('Vary', 'Origin');
  c.header('Cache-Control', 'no-store');
  let site = await directory.find(id);
  if (site !== null && origin !== undefined && !site.settings.origins.includes(origin)) {
    site = await directory.findAgain(id);
  }
  const listed = site !== null && origin !== undefined && site.settings.origins.includes(origin);
  if (listed) {
    c.header('Access-Control-Allow-Origin', origin);
    c.header('Access-Control-Expose-Headers', 'Request-Id, Retry-After');
  }
  if (c.req.method === 'OPTIONS') return listed ? c.body(null, 204, PREFLIGHT) : c.body(null, 403);
  if (site === null) {
    // Readable by any page: its developer has mistyped the id, and would be told only that there is no connection.
    c.header('Access-Control-Allow-Origin', '*');
    throw new InlayError('site_unknown');
  }
  c.set('site', site);
  return next();
};

/** For routes of widgets: the request comes from a page on the site's list. */
export const fromListedOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  const origin = c.req.header('Origin');
  if (origin === undefined) throw new InlayError('origin_missing');
  if (!c.var.site.settings.origins.includes(origin)) {
    // Readable by the refused page, though it gets nothing but this: the widget can then say which origin to add.
    c.header('Access-Control-Allow-Origin', '*');
    throw new InlayError('origin_not_allowed', { param: 'origins' });
  }
  await next();
};

/** For routes of servers: a page must never hold the key they need, so a request from a page is refused whatever it holds. */
export const notFromBrowser: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.header('Origin') !== undefined) throw new InlayError('secret_key_in_browser');
  await next();
};

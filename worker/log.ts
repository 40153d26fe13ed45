/**
 * One line a request, of fields listed here and no others: no token, key, URL, query, body, email or raw user id can get
 * in by accident.
 */
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { asInlayError } from './errors.ts';
import type { AppContext, AppEnv } from './hono.ts';
import type { Runtime } from './services.ts';

export interface RequestLine {
  readonly request_id: string;
  readonly method: string;
  /** The route's pattern, not the path: a path has ids in it. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly site?: string;
  /** SHA-256 of the Worker's own secret, the site and the user id. */
  readonly user?: string;
  readonly error?: string;
  readonly reason?: string;
  readonly param?: string;
  readonly stripe_code?: string;
  readonly stripe_request_id?: string;
}

export function requestLog(runtime: Runtime): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const began = runtime.now();
    const requestId = `req_${crypto.randomUUID().replaceAll('-', '')}`;
    c.set('requestId', requestId);
    await next();
    c.header('Request-Id', requestId);
    const line: RequestLine = {
      request_id: requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: runtime.now() - began,
      ...(await who(c)),
      ...(c.error === undefined ? {} : failure(c.error)),
    };
    runtime.log({ ...line });
  };
}

async function who(c: AppContext): Promise<Pick<RequestLine, 'site' | 'user'>> {
  if (c.get('site') === undefined) return {};
  const { site, user, services } = c.var;
  if (c.get('user') === undefined) return { site: site.id };
  const secret = services.settings.operatorKey;
  const text = new TextEncoder().encode(JSON.stringify([secret, site.id, user.sub]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return { site: site.id, user: digest.slice(0, 12).toHex() };
}

function failure(error: Error): Pick<RequestLine, 'error' | 'reason' | 'param' | 'stripe_code' | 'stripe_request_id'> {
  const { code, detail } = asInlayError(error);
  return {
    error: code,
    ...(detail.reason === undefined ? {} : { reason: detail.reason }),
    // The name of a parameter that does not exist is whatever the caller wrote.
    ...(detail.param === undefined || code === 'parameter_unknown' ? {} : { param: detail.param }),
    ...(detail.stripeCode === undefined ? {} : { stripe_code: detail.stripeCode }),
    ...(detail.stripeRequestId === undefined ? {} : { stripe_request_id: detail.stripeRequestId }),
  };
}

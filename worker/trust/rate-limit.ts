/** Cloudflare's rate limit binding. It counts per data centre and loosely: a brake, not a quota. */
import type { MiddlewareHandler } from 'hono';
import { InlayError } from '../errors.ts';
import type { AppEnv } from '../hono.ts';

export async function withinRate(limiter: RateLimit, key: string): Promise<void> {
  if (!(await allows(limiter, key))) throw new InlayError('rate_limited');
}

/** A limiter that fails is no reason to fail the request. */
async function allows(limiter: RateLimit, key: string): Promise<boolean> {
  try {
    return (await limiter.limit({ key })).success;
  } catch {
    return true;
  }
}

/** Every request to a site counts against the site, whoever sends it. */
export const siteWithinRate: MiddlewareHandler<AppEnv> = async (c, next) => {
  await withinRate(c.env.SITE_RATE_LIMIT, c.var.site.id);
  await next();
};

/** Cloudflare's rate limit binding. It counts per data centre and loosely: a brake, not a quota. */
import type { MiddlewareHandler } from 'hono';
import { InlayError } from '../errors.ts';
import type { AppContext, AppEnv } from '../hono.ts';
import { addressGroup } from '../rules/client-address.ts';

/** Every request to a site counts against the site, whoever sends it. */
export const siteWithinRate: MiddlewareHandler<AppEnv> = async (c, next) => {
  await within(countForSite(c));
  await next();
};

/**
 * For buyers, of whom nobody says who they are: counts against the site and the address that asks. Looking is counted apart
 * from buying, so that a page which waits for a bank does not keep its buyer from buying.
 */
export const buyerWithinRates: MiddlewareHandler<AppEnv> = async (c, next) => {
  await within(countForSite(c), countForAddress(c));
  await next();
};

/**
 * Counts against the site and, once `whose` has said who asks, against that user. Both limiters are asked side by side: a
 * click waits for one answer, not two. A request that proves to be nobody's has still counted for the site.
 */
export async function withinRates(c: AppContext, whose: () => Promise<string>): Promise<void> {
  const site = countForSite(c);
  const user = allows(c.env.USER_RATE_LIMIT, `${c.var.site.id}:${await whose()}`);
  await within(site, user);
}

function countForSite(c: AppContext): Promise<boolean> {
  return allows(c.env.SITE_RATE_LIMIT, c.var.site.id);
}

/** Cloudflare names the address of every request; where nobody does there is nothing to count by. */
async function countForAddress(c: AppContext): Promise<boolean> {
  const address = c.req.header('CF-Connecting-IP');
  if (address === undefined) return true;
  const { method } = c.req;
  return allows(c.env.ADDRESS_RATE_LIMIT, `${c.var.site.id}:${method}:${addressGroup(address)}`);
}

async function within(...allowed: Promise<boolean>[]): Promise<void> {
  if ((await Promise.all(allowed)).includes(false)) throw new InlayError('rate_limited');
}

/** A limiter that fails is no reason to fail the request. */
async function allows(limiter: RateLimit, key: string): Promise<boolean> {
  try {
    return (await limiter.limit({ key })).success;
  } catch {
    return true;
  }
}

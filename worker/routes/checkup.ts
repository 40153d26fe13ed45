/**
 * What inlay-doctor asks. Public, as the page is on which it stands: it says what the site's developer could find out by
 * trying, and nothing of keys, other origins, users or when exactly anything happened.
 */
import type { Checkup, TokenVerdict } from '../contract.ts';
import { asInlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';
import { roughly } from '../rules/checkup.ts';
import { keyOfOtherMode } from '../rules/site-settings.ts';
import { bearer } from '../trust/bearer.ts';
import { verifyUserToken } from '../trust/user-token.ts';

export async function postCheckup(c: AppContext): Promise<Response> {
  const { services, site } = c.var;
  const now = services.runtime.now();
  const worker = new URL(c.req.url).origin;
  const [token, { account, connect }] = await Promise.all([
    judgeToken(c, worker),
    services.events.lastReceived(site.mode === 'live'),
  ]);
  const keys = { secret_key: site.stripeSecretKey, publishable_key: site.publishableKey };
  return c.json({
    object: 'checkup',
    site: site.id,
    mode: site.mode,
    now: Math.floor(now / 1000),
    worker,
    key_of_other_mode: keyOfOtherMode(keys, site.mode),
    missing: site.settings.terms_url === null ? ['terms_url'] : [],
    token,
    webhooks: { account: roughly(account, now), connect: roughly(connect, now) },
  } satisfies Checkup);
}

async function judgeToken(c: AppContext, worker: string): Promise<TokenVerdict | null> {
  const authorization = c.req.header('Authorization');
  if (authorization === undefined) return null;
  try {
    const { scope } = await verifyUserToken(c.var.services, c.var.site, bearer(authorization) ?? '', worker);
    return { valid: true, scope };
  } catch (thrown) {
    const { code, detail } = asInlayError(thrown);
    if (code !== 'token_invalid' && code !== 'token_expired') throw thrown;
    return { valid: false, code, param: detail.param ?? null };
  }
}

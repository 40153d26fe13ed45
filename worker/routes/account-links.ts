/** Into Stripe's hosted onboarding: the user's account, created once, and a link that works once. */
import { ensureAccount } from '../connected-account.ts';
import { AccountLinkRequest } from '../contract.ts';
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';
import { markReturn, readReturnUrl } from '../rules/return-url.ts';
import type { Services } from '../services.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { Owner } from '../store/claims.ts';
import { createAccountLink } from '../stripe/accounts.ts';
import { readBody } from '../trust/json-body.ts';

export async function postAccountLink(c: AppContext): Promise<Response> {
  const { services, site, user } = c.var;
  const request = await readBody(c, AccountLinkRequest);
  const page = readReturnUrl(request.return_url, { origins: site.settings.origins, mode: site.mode });
  if (!page.ok) {
    throw new InlayError('url_not_allowed', { param: 'return_url', message: `return_url ${page.reason}.` });
  }
  const owner = { site: site.id, sub: user.sub };
  const account =
    request.refresh === true
      ? await ensureAccount(services, site, user, await refreshed(services, owner))
      : (services.accounts.rememberedId(owner) ??
        (await ensureAccount(services, site, user, await services.accounts.find(owner))));
  const flow = request.presentation === 'popup' ? 'onboard-popup' : 'onboard';
  const link = await createAccountLink(services.stripeFor(site), {
    account,
    returnUrl: markReturn(page.url, `${flow}-return`),
    refreshUrl: markReturn(page.url, `${flow}-refresh`),
    collect: site.settings.collect,
  });
  return c.json(link);
}

/**
 * Nothing is minted here. A widget asks when a person reaches for the button, so that the browser's preflight for this
 * URL is out of the way and the click costs one round trip.
 */
export function getAccountLinks(c: AppContext): Response {
  return c.body(null, 204);
}

async function refreshed({ accounts, runtime }: Services, owner: Owner): Promise<StoredAccount | null> {
  const counted = await accounts.countRefresh(owner, runtime.now());
  if (counted !== null) return counted;
  if ((await accounts.find(owner)) !== null) throw new InlayError('link_refresh_limit');
  return null;
}

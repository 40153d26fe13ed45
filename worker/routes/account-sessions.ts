/** Stripe Connect's embedded components: what lets them act for the user's account in this page. */
import { ensureAccount } from '../connected-account.ts';
import { type AccountSession, AccountSessionRequest, type EmbeddedComponent } from '../contract.ts';
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';
import { firstForbidden } from '../rules/embedded-settings.ts';
import { createAccountSession } from '../stripe/account-sessions.ts';
import { readBody } from '../trust/json-body.ts';

export async function postAccountSession(c: AppContext): Promise<Response> {
  const { services, site, user } = c.var;
  const { components } = await readBody(c, AccountSessionRequest);
  const { embedded } = site.settings;
  const at = firstForbidden(components, embedded, user.embedded);
  if (at >= 0) {
    const message = `The site or the user token does not allow ${components[at]}.`;
    throw new InlayError('component_not_allowed', { param: `components.${at}`, message });
  }
  const account = await accountFor(c, components);
  const { clientSecret, expiresAt } = await createAccountSession(
    services.stripeFor(site),
    account,
    components,
    embedded.features,
  );
  return c.json({
    object: 'account_session',
    client_secret: clientSecret,
    publishable_key: site.publishableKey,
    expires_at: expiresAt,
    components,
  } satisfies AccountSession);
}

/** Only onboarding begins with an account that is yet to be made, and only where the token lets the user onboard. */
async function accountFor(c: AppContext, components: readonly EmbeddedComponent[]): Promise<string> {
  const { services, site, user } = c.var;
  const owner = { site: site.id, sub: user.sub };
  const known = services.accounts.rememberedId(owner);
  if (known !== undefined) return known;
  const stored = await services.accounts.find(owner);
  if (stored?.kind === 'created') return stored.id;
  if (!components.includes('account_onboarding') || !user.scope.includes('onboard')) {
    throw new InlayError('account_required');
  }
  return ensureAccount(services, site, user, stored);
}

/** What a widget may know before anybody is signed in. */
import type { Config } from '../contract.ts';
import type { AppContext } from '../hono.ts';

export function getConfig(c: AppContext): Response {
  const { id, mode, publishableKey, settings } = c.var.site;
  const config: Config = {
    object: 'config',
    site: id,
    mode,
    publishable_key: publishableKey,
    business_name: settings.business_name,
    terms_url: settings.terms_url,
    country: settings.country,
    currency: settings.currency,
  };
  return c.json(config);
}

/** Where a bank's own app or page comes back to when an account is linked in a web view of an app. */
import type { Site } from '../trust/site-directory.ts';
import { readReturnUrl } from './return-url.ts';

/** The Worker's page that leads on to a site's app. */
export function bankReturnPath(site: string): string {
  return `/v1/sites/${site}/financial_connections/return`;
}

export type BankReturnUrl =
  | { readonly ok: true; readonly href: string }
  | { readonly ok: false; readonly reason: string };

/** @param worker the Worker's own origin */
export function readBankReturnUrl(
  input: string,
  { id, mode, settings }: Pick<Site, 'id' | 'mode' | 'settings'>,
  worker: string,
): BankReturnUrl {
  if (input === `${worker}${bankReturnPath(id)}`) {
    if (settings.bank.app_return_url !== null) return { ok: true, href: input };
    return { ok: false, reason: 'is the return page, but the site has no bank.app_return_url' };
  }
  const page = readReturnUrl(input, { origins: settings.origins, mode });
  return page.ok ? { ok: true, href: page.url.href } : page;
}

/** The app's own address, with whatever was appended to the return page's. */
export function appReturnUrl(app: string, search: string): string {
  if (search.length <= 1) return app;
  return `${app}${app.includes('?') ? '&' : '?'}${search.slice(1)}`;
}

/**
 * The page a bank comes back to when an account is linked in an app's web view. It says nothing and knows nothing: it leads
 * on to the app, with whatever parameters were appended. A page and not a redirect, because some browsers open another app
 * only when they are asked to by a page.
 */
import { html } from 'hono/html';
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';
import { appReturnUrl } from '../rules/bank-return.ts';

export async function getBankReturn(c: AppContext): Promise<Response> {
  const { site } = c.var;
  const { app_return_url } = site.settings.bank;
  if (app_return_url === null) throw new InlayError('route_unknown');
  const app = appReturnUrl(app_return_url, new URL(c.req.url).search);
  c.header(
    'Content-Security-Policy',
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  );
  c.header('Referrer-Policy', 'no-referrer');
  return c.html(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0;url=${app}">
<title>${site.settings.business_name}</title>
</head>
<body><p><a href="${app}">Return to ${site.settings.business_name}</a></p></body>
</html>`);
}

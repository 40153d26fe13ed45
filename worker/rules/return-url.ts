/** Where Stripe may send a person back to: a page on one of the site's origins, and nothing that only looks like one. */
import type { AccountLinkReturn, Mode } from '../contract.ts';

const LONGEST = 2_048;
/** What a parser would drop or turn into something else: control characters, white space, and the backslash. */
const TREACHEROUS = /[\p{Cc}\s\\]/u;

export type ReturnUrl = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly reason: string };

export function readReturnUrl(input: string, site: { origins: readonly string[]; mode: Mode }): ReturnUrl {
  const refused = (reason: string): ReturnUrl => ({ ok: false, reason });
  if (input.length > LONGEST) return refused(`longer than ${LONGEST} characters`);
  if (TREACHEROUS.test(input)) return refused('has a control character, white space or a backslash');
  const url = URL.parse(input);
  if (url === null) return refused('is not an absolute URL');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refused('is neither https nor http');
  if (url.username !== '' || url.password !== '') return refused('has user information');
  if (site.mode === 'live' && url.protocol !== 'https:') return refused('must be https in live mode');
  if (!site.origins.includes(url.origin)) return refused("is not on one of the site's origins");
  return { ok: true, url };
}

/** The URL with `inlay=<which flow came back>`; the page's own parameters stay as they were. */
export function markReturn(url: URL, marker: AccountLinkReturn): string {
  return withParameters(url, { inlay: marker }, ['inlay']);
}

/**
 * The URL with these parameters, written as they are, and without those of the names to replace. All others stay as they
 * were written, unless there is something to replace among them.
 */
export function withParameters(
  url: URL,
  parameters: { readonly [name: string]: string },
  replaced: readonly string[],
): string {
  const marked = new URL(url);
  for (const name of replaced) if (marked.searchParams.has(name)) marked.searchParams.delete(name);
  const added = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  marked.search = marked.search === '' ? `?${added.join('&')}` : `${marked.search}&${added.join('&')}`;
  return marked.href;
}

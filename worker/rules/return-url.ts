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
  const marked = new URL(url);
  if (marked.searchParams.has('inlay')) marked.searchParams.delete('inlay');
  marked.search = marked.search === '' ? `?inlay=${marker}` : `${marked.search}&inlay=${marker}`;
  return marked.href;
}

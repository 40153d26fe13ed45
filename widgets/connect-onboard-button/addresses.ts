/** Where a start leads, and where it comes back to. */

/** The page to come back to: `path`, or this page. The Worker adds its own marker; a hash would not survive Stripe. */
export function returnUrl(path: string | null | undefined): string {
  const url = new URL(path || location.href, location.href);
  url.hash = '';
  return url.href;
}

/** The link itself, if a browser may go there: https, or plain http on a laptop and from pages that are plain http. */
export function followable(link: string): string {
  const { protocol, hostname } = new URL(link);
  const plain = location.protocol === protocol || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  if (protocol === 'https:' || (protocol === 'http:' && plain)) return link;
  throw new Error('The Worker answered with a link that is not https. It was not followed.');
}

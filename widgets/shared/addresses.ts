/** Addresses: pages to come back to, and which of Stripe's may be followed. */

/** The page at a `return-path`, by default the one we are on; null for what is not an address of a page. */
export function returnPage(returnPath: string | null | undefined, here: string): URL | null {
  const path = returnPath || here;
  if (!URL.canParse(path, here)) return null;
  const url = new URL(path, here);
  return /^https?:$/.test(url.protocol) ? url : null;
}

/** Plain http only from a page that is plain http itself; nothing else, `javascript:` least of all. */
export function isFollowable(address: string): boolean {
  return address.startsWith('https:') || (address.startsWith('http:') && location.protocol === 'http:');
}

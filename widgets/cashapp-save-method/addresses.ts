/** Addresses: where Cash App comes back to, and which of Stripe's may be followed. */

/** Null for what is not an address of a page. */
export function returnUrl(returnPath: string | null | undefined, here: string): string | null {
  const path = returnPath || here;
  if (!URL.canParse(path, here)) return null;
  const url = new URL(path, here);
  if (!/^https?:$/.test(url.protocol)) return null;
  url.searchParams.set('inlay', 'save-return');
  return url.href;
}

/** Plain http only from a page that is plain http itself; nothing else, `javascript:` least of all. */
export function isFollowable(address: string): boolean {
  return address.startsWith('https:') || (address.startsWith('http:') && location.protocol === 'http:');
}

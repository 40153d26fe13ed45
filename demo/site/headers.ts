/** Response headers of every page: as strict as the widgets allow, which is what a careful host site would send. */
import type { SiteSettings } from './settings.ts';

/** What Stripe asks for when the scripts are its own (STRIPE.md 8.2). */
const stripes = {
  script: 'https://js.stripe.com https://*.js.stripe.com https://checkout.stripe.com https://connect-js.stripe.com',
  connect: 'https://api.stripe.com https://checkout.stripe.com',
  frame:
    'https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com https://checkout.stripe.com https://connect-js.stripe.com',
  image: 'https://*.stripe.com',
  // The empty style element of Connect's components.
  style: "'sha256-0hAheEzaMe6uXIKV4EehS9pu1am1lj/KnnzrOYqckXk='",
};

/**
 * @param others that a page of ours reaches for besides
 * @param framed a page that stands in frames of ours, or has some, with typefaces of ours
 */
export function contentSecurityPolicy(
  { worker, standIn }: Pick<SiteSettings, 'worker' | 'standIn'>,
  others: readonly string[] = [],
  framed = false,
): string {
  const stripe =
    standIn === null ? stripes : { script: standIn, connect: standIn, frame: standIn, image: standIn, style: '' };
  return [
    "default-src 'none'",
    `script-src 'self' ${worker} ${stripe.script}`,
    `connect-src ${["'self'", worker, stripe.connect, ...others].join(' ')}`,
    `frame-src ${framed ? "'self' " : ''}${stripe.frame}`,
    `img-src 'self' ${stripe.image}`,
    `style-src 'self' ${stripe.style}`.trim(),
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framed ? "'self'" : "'none'"}`,
    ...(framed ? ["font-src 'self'"] : []),
  ].join('; ');
}

export function pageHeaders(settings: SiteSettings): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(settings),
    // Popups of ours and of banks must keep their opener, and learn which site they were opened from (STRIPE.md 4.14).
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    // Asked again on each visit, yet kept for the back button: `no-store` would shut pages out of the bfcache.
    'Cache-Control': 'private, no-cache',
  };
}

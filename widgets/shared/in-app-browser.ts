/** What a page stands in, where that limits it. */

/** Apps whose built-in browser opens no second window, or never comes back from one. */
const IN_APP =
  /FBA[NV]|FB_IAB|Instagram|\bLine\/|MicroMessenger|TikTok|musical_ly|Snapchat|Pinterest|LinkedInApp|; ?wv\)/i;

export function isInAppBrowser(userAgent: string): boolean {
  return IN_APP.test(userAgent);
}

/** Stripe's pages open in no frame: the one that this page stands in cannot go there. */
export function isFramed(): boolean {
  return window !== top;
}

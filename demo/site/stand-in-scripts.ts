/** Where the stand-in has what it puts in the place of Stripe's scripts; nothing where Stripe is Stripe. */
import type { SiteSettings } from './settings.ts';

/** In the order of a page. With real keys the elements load Stripe's own scripts when they need them. */
export function standInScripts({ standIn }: SiteSettings, connect: boolean): string[] {
  if (standIn === null) return [];
  return [...(connect ? ['connect.js'] : []), 'stripe.js'].map((file) => `${standIn}/js/${file}`);
}

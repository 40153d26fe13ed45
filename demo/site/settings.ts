/** What the host site is told by whoever starts it. */
import type { TokenSettings } from './token.ts';

export interface SiteSettings extends TokenSettings {
  /** This site's own origin, which is on the Worker's list for the site. */
  readonly origin: string;
  /** The Stripe stand-in's origin; null when the Worker talks to Stripe's test mode. */
  readonly standIn: string | null;
}

import type { Deed } from './allows.ts';

/** What something on the page has to be allowed. */
export interface Need {
  readonly deed: Deed;
  /** As it is written in a policy. */
  readonly source: string;
  /** Who needs it: `<link-bank-account>`, or what else has a name. */
  readonly who: string;
}

/** What the doctor says: data for a program, and sentences for the site's developer. */

export type Outcome =
  | 'ok'
  | 'fault'
  /** It cannot be known from here; the finding says from where. */
  | 'unknown';

/** Who can change it, and where. */
export type Owner = 'page' | 'tag' | 'token' | 'operator';

export type Check =
  | 'page'
  | 'content-security-policy'
  | 'cross-origin-opener-policy'
  | 'cross-origin-embedder-policy'
  | 'referrer-policy'
  | 'sandbox'
  | 'frame'
  | 'mixed-content'
  | 'script-tag'
  | 'integrity'
  | 'settings'
  | 'stripe-script'
  | 'elements'
  | 'worker'
  | 'site'
  | 'origin'
  | 'keys'
  | 'terms'
  | 'webhook-endpoint'
  | 'webhooks'
  | 'token-route'
  | 'token'
  | 'token-scope'
  | 'clock';

export interface Finding {
  readonly check: Check;
  readonly outcome: Outcome;
  readonly owner: Owner;
  /** One or two sentences: what is so, and of a fault what to do. Holds no token and no secret. */
  readonly says: string;
  /** More of what is wrong, a line each. */
  readonly details?: readonly string[];
  /** The header, attribute, claim or setting to paste, to the letter. */
  readonly paste?: string;
}

export const owners: { readonly [owner in Owner]: string } = {
  page: 'Your page and its headers',
  tag: 'The script tag and its elements',
  token: 'Your token route',
  operator: 'Your site’s settings at the operator',
};

export const ownersInOrder: readonly Owner[] = ['page', 'tag', 'token', 'operator'];

/**
 * Page-wide settings, and what the elements of one page share. They live under a global symbol, so that two copies of
 * the bundle, the classic script and an npm import see the same ones.
 */
import type { Account, CheckoutMerchant, CheckoutSession } from '../../worker/contract.ts';
import type { Words } from './words.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** Names are those of the `--inlay-*` custom properties, in camelCase. */
export type Variable =
  | 'colorPrimary'
  | 'colorOnPrimary'
  | 'colorBackground'
  | 'colorText'
  | 'colorMuted'
  | 'colorDanger'
  | 'colorSuccess'
  | 'colorBorder'
  | 'borderRadius'
  | 'spacing'
  | 'fontFamily'
  | 'fontSize';

export interface Appearance {
  theme?: Theme | undefined;
  variables?: { readonly [name in Variable]?: string | undefined } | undefined;
}

/** Why a token is asked for: the first one, the old one ran out, or the Worker refused it. */
export type TokenReason = 'initial' | 'expired' | 'rejected';

export type FetchToken = (request: {
  current: string | null;
  reason: TokenReason;
  signal: AbortSignal;
}) => Promise<string>;

export interface Messages {
  readonly [language: string]: { readonly [piece: string]: Words };
}

export interface Settings {
  /** `site_…` */
  site?: string | undefined;
  /** The Worker's origin. */
  api?: string | undefined;
  /** Route on the host site that answers with a user token. */
  tokenUrl?: string | undefined;
  fetchToken?: FetchToken | undefined;
  appearance?: Appearance | undefined;
  /** A BCP 47 tag, for example `fr` or `fr-CA`. */
  locale?: string | undefined;
  /**
   * Words of the page's own, in place of Inlay's or in a language that Inlay does not have: language, piece, key, text.
   * Or the address of a JSON file with them. See `docs/languages.md`.
   */
  messages?: Messages | string | undefined;
  /** For the scripts of Stripe's that some elements load. */
  cspNonce?: string | undefined;
}

/**
 * A person at a site, as far as this page knows: where to ask, where tokens come from, and the last answers. Elements with
 * the same Worker, site and token-url share one. All functions count as one source, for a framework may pass a new
 * function on every render.
 */
export interface Session {
  readonly api: string;
  readonly site: string;
  source: string | FetchToken;
  token?: Promise<string> | undefined;
  /** When the token was asked for, in milliseconds of `Date.now()`. */
  tokenAt?: number;
  account?: SharedAnswer | undefined;
  /** Which merchants can sell, by where that is asked. */
  merchants?: { [path: string]: Promise<CheckoutMerchant> | undefined } | undefined;
  /** What became of the sessions that a buyer came back from, by id; null where this site has no such session. */
  returned?: Map<string, Promise<CheckoutSession | null>>;
}

/** One request whose answer several elements wait for. */
export interface SharedAnswer {
  /** When it was asked for, in milliseconds of `Date.now()`; 0 once it is no longer worth keeping. */
  at: number;
  readonly answer: Promise<Account>;
  /** How many elements wait. The request is given up only when all of them are gone. */
  waiting: number;
  readonly given: AbortController;
}

/** Tells elements of new `settings`, and of an `account` that one of them has read. */
export interface Page extends EventTarget {
  settings: Settings;
  sessions: Record<string, Session>;
  /** After `logout()`, until there are new settings. */
  signedOut?: boolean;
  /** Address of the copy of the loader that works for this page. */
  loader?: string;
  warned?: boolean;
  /** The developer has been told of inlay-doctor. */
  referred?: boolean;
  /** The SetupIntent that the person came back from, until an element has taken it up. */
  setupReturn?: string | undefined;
  /** Where the buyer came back from, until an element has taken it up. */
  checkoutReturn?: CheckoutReturn | undefined;
}

/** A session of Checkout's that was submitted, or the price of what was not bought. */
export type CheckoutReturn = { readonly session: string } | { readonly price: string };

const shared: { [key: symbol]: Page | undefined } = globalThis;
const key = Symbol.for('inlay');

export const page: Page = shared[key] ?? Object.assign(new EventTarget(), { settings: {}, sessions: {} });
shared[key] = page;

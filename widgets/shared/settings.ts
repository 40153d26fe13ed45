/**
 * Page-wide settings, and what the elements of one page share. They live under a global symbol, so that two copies of
 * the bundle, the classic script and an npm import see the same ones.
 */
import type { Account } from '../../worker/contract.ts';

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
  /** For the scripts of Stripe's that some elements load. */
  cspNonce?: string | undefined;
}

/** A person at a site, as far as this page knows: where to ask, where tokens come from, and the last answers. */
export interface Session {
  readonly api: string;
  readonly site: string;
  readonly source: string | FetchToken;
  /** `until` is in milliseconds of `Date.now()`. */
  token?: { readonly value: string; readonly until: number } | undefined;
  asking?: Promise<string> | undefined;
  account?: SharedAnswer | undefined;
}

/** One request whose answer several elements wait for. */
export interface SharedAnswer {
  readonly at: number;
  readonly answer: Promise<Account>;
  /** Given up only when everybody who joined is gone. */
  readonly join: (signal: AbortSignal) => void;
}

/** Tells elements of new `settings`, and with `account` that the event's session has a new answer. */
export interface Page extends EventTarget {
  settings: Settings;
  sessions: Session[];
  /** After `logout()`, until there are new settings. */
  signedOut?: boolean;
  /** Address of the copy of the loader that works for this page. */
  loader?: string;
  warned?: boolean;
}

const key = Symbol.for('inlay');

function sharedPage(): Page {
  const known: Page | undefined = Reflect.get(globalThis, key);
  const page = known ?? Object.assign(new EventTarget(), { settings: {}, sessions: [] });
  Reflect.set(globalThis, key, page);
  return page;
}

export const page = sharedPage();

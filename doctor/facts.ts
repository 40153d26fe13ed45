/** What the rules judge, wherever it was found out: in the page itself, or from a terminal. */
import type { Checkup } from '../worker/contract.ts';
import type { Policy } from './csp/policy.ts';

export interface Facts {
  readonly page: PageFacts;
  readonly worker: WorkerFacts;
  readonly token: TokenFacts;
}

export interface PageFacts {
  /** Without its query, which may have secrets in it. */
  readonly url: string;
  /** Null where they could not be read. */
  readonly headers: PageHeaders | null;
  /** All that hold, those of `<meta>` included. */
  readonly policies: readonly Policy[];
  /** `content` of `<meta name="referrer">`. */
  readonly metaReferrer: string | null;
  readonly frame: FrameFacts;
  /** Null where the elements came with the page's own scripts. */
  readonly tag: TagFacts | null;
  readonly settings: PageSettings;
  /** Of the settings and the tag's `src`: what is no address that a page could ask. */
  readonly unreadable: readonly WrittenSetting[];
  readonly elements: readonly ElementFacts[];
  /** Where scripts of Stripe's come from that are not Stripe's own: a stand-in, whose origin it is. */
  readonly standIn: string | null;
}

export interface PageHeaders {
  readonly openerPolicy: string | null;
  readonly embedderPolicy: string | null;
  readonly referrerPolicy: string | null;
}

export interface FrameFacts {
  /** Null where that cannot be seen. */
  readonly framed: boolean | null;
  /** `sandbox` of the frame around the page; null where there is none, or none can be seen. */
  readonly sandbox: string | null;
  /** The page has no origin of its own, as in a sandbox without `allow-same-origin`. */
  readonly opaque: boolean;
}

export interface TagFacts {
  readonly src: string;
  readonly module: boolean;
  readonly nonce: string | null;
  readonly integrity: string | null;
  readonly crossOrigin: boolean;
}

export interface PageSettings {
  readonly site: string | null;
  /** The Worker's origin. */
  readonly api: string | null;
  /** An address of the token route, or that a function of the page's gives tokens. */
  readonly tokens: { readonly url: string } | 'function' | null;
  /** `data-csp-nonce`. */
  readonly nonce: string | null;
}

export interface WrittenSetting {
  /** The attribute it is written as. */
  readonly name: string;
  readonly value: string;
}

export interface ElementFacts {
  readonly tag: string;
  readonly presentation: string | null;
}

/** What came of asking the Worker. */
export interface WorkerFacts {
  readonly checkup: CheckupFacts;
  /** File name to hash, as the Worker publishes them; null where they could not be had. */
  readonly integrity: Readonly<Record<string, string>> | null;
  /** What an unsigned webhook was answered; null where nobody has tried. */
  readonly webhook:
    | { readonly came: 'answer'; readonly status: number; readonly code: string | null }
    | { readonly came: 'nothing'; readonly reason: string }
    | null;
}

/** What came of asking for the script, which only a terminal has to: in a page it runs or does not. */
export type ScriptFacts =
  | { readonly came: 'answer'; readonly status: number; readonly type: string | null }
  | { readonly came: 'nothing'; readonly reason: string };

export type CheckupFacts =
  | { readonly came: 'answer'; readonly checkup: Checkup }
  | { readonly came: 'refusal'; readonly status: number; readonly code: string; readonly message: string }
  /** Something else than a Worker of Inlay's answers there. */
  | { readonly came: 'stranger'; readonly status: number }
  | { readonly came: 'nothing'; readonly reason: string }
  | { readonly came: 'unasked' };

/** What came of asking for a user token. */
export type TokenFacts =
  | {
      readonly came: 'token';
      readonly claims: Claims | null;
      /** Seconds by which the route's clock, as its header Date tells, is ahead of the Worker's. */
      readonly skew: number | null;
      readonly redirected: string | null;
    }
  | { readonly came: 'status'; readonly status: number; readonly redirected: string | null }
  | { readonly came: 'text'; readonly type: string | null; readonly redirected: string | null }
  | { readonly came: 'nothing'; readonly reason: string }
  | { readonly came: 'unasked' };

/** What a token says of itself, unverified. */
export interface Claims {
  readonly iss: unknown;
  readonly aud: unknown;
  readonly iat: number | null;
  readonly exp: number | null;
}

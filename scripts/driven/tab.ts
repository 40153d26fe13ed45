/** What tests ask of a browser, whichever protocol drives it. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/** One of the pages that a browser has open. */
export interface Tab {
  /** To an address, and until its page has loaded. */
  readonly open: (url: string) => Promise<void>;
  readonly address: () => Promise<string>;
  /** Runs the function with this source in the page, whatever the page's policy, and answers with what it returns. */
  readonly run: (source: string, ...args: readonly Json[]) => Promise<unknown>;
  /** Presses where a person would: the page cannot tell it from a person's own. */
  readonly press: (x: number, y: number) => Promise<void>;
  /** A key by its name, `Shift+Tab` being two of them, or a character. */
  readonly key: (name: string) => Promise<void>;
  /** How wide and high the page is seen, as nearly as the browser can. */
  readonly resize: (width: number, height: number) => Promise<void>;
  readonly back: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Browser {
  readonly name: string;
  readonly version: string;
  readonly newTab: () => Promise<Tab>;
  /** All that are open, windows that pages have opened included. The same page is the same `Tab` each time. */
  readonly tabs: () => Promise<readonly Tab[]>;
  readonly end: () => Promise<void>;
}

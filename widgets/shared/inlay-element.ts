/** What every element has: the common attributes, its session with the Worker, its events and custom states. */
import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { localeOf } from './locale.ts';
import { type Appearance, type FetchToken, page, type Session, type Theme } from './settings.ts';

export abstract class InlayElement extends LitElement {
  /** @internal */
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };

  static override properties: PropertyDeclarations = {
    site: {},
    api: {},
    tokenUrl: { attribute: 'token-url' },
    lang: { reflect: true },
    theme: {},
    disabled: { type: Boolean },
    fetchToken: { attribute: false },
    appearance: { attribute: false },
  };

  /** Id of the host site, `site_…`. Default: the page's setting. */
  declare site: string | null | undefined;
  /** Origin of the Worker. Default: where the bundle came from. */
  declare api: string | null | undefined;
  /** Route on the host site that answers a POST with a user token. Default: the page's setting. */
  declare tokenUrl: string | null | undefined;
  /** Language, a BCP 47 tag. Default: the page's setting, then the nearest `lang` around the element, then the browser's. */
  declare lang: string;
  /** `auto` follows the `color-scheme` of the page. */
  declare theme: Theme | null | undefined;
  /** Nothing can be started. */
  declare disabled: boolean;
  /** Gets a user token, where a `token-url` is not enough. All elements of a page use the newest. */
  declare fetchToken: FetchToken | undefined;
  /** Theme and variables for this element; they win over those of the page. */
  declare appearance: Appearance | undefined;

  /**
   * What `:state()` sees; absent where the platform has none.
   * @internal
   */
  readonly states = this.attachInternals?.().states;

  /** @internal */
  get locale(): string {
    return localeOf(this);
  }

  /**
   * Where user tokens come from; undefined while that is not set, and after `logout()`.
   * @internal
   */
  get source(): string | FetchToken | undefined {
    const { settings, signedOut } = page;
    return signedOut ? undefined : this.fetchToken || this.tokenUrl || settings.fetchToken || settings.tokenUrl;
  }

  /**
   * The Worker, the site and the source of tokens this element works with; undefined while one is not set.
   * @internal
   */
  get session(): Session | undefined {
    const { source } = this;
    const { settings, sessions } = page;
    const site = this.site || settings.site;
    const api = this.api || settings.api;
    if (!site || !api || !source) return undefined;
    const name = [api, site, typeof source === 'string' && source].join(' ');
    sessions[name] ??= { api, site, source };
    sessions[name].source = source;
    return sessions[name];
  }

  /** @internal */
  emit(type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(`inlay-${type}`, { bubbles: true, composed: true, detail }));
  }

  /** The code for appearance is loaded only where some is set. */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('theme') || changed.has('appearance') || page.settings.appearance) {
      import('./appearance.ts').then(({ wear }) => wear(this));
    }
  }
}

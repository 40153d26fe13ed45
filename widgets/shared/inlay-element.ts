/** What every element has: the common attributes, its session with the Worker, its events and custom states. */
import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { localeOf } from './locale.ts';
import { type Appearance, type FetchToken, page, type Session, type Theme } from './settings.ts';

export abstract class InlayElement extends LitElement {
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

  declare site: string | null | undefined;
  declare api: string | null | undefined;
  declare tokenUrl: string | null | undefined;
  declare theme: Theme | null | undefined;
  declare disabled: boolean;
  declare fetchToken: FetchToken | undefined;
  declare appearance: Appearance | undefined;

  /** What `:state()` sees; absent where the platform has none. */
  readonly states = this.attachInternals?.().states;

  get locale(): string {
    return localeOf(this);
  }

  /** The Worker, the site and the source of tokens this element works with; undefined while one is not set. */
  get session(): Session | undefined {
    const { settings, sessions, signedOut } = page;
    const site = this.site || settings.site;
    const api = this.api || settings.api;
    const source = this.fetchToken || this.tokenUrl || settings.fetchToken || settings.tokenUrl;
    if (!site || !api || !source || signedOut) return undefined;
    const name = [api, site, typeof source === 'string' && source].join(' ');
    sessions[name] ??= { api, site, source };
    sessions[name].source = source;
    return sessions[name];
  }

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

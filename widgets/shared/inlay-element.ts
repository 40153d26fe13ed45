/** What every element has: the common attributes, its session with the Worker, its events and custom states. */
import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { localeOf } from './language.ts';
import { type Appearance, type FetchToken, page, type Session, type Theme } from './settings.ts';

export type CustomState = 'busy' | 'done' | 'failed';

export abstract class InlayElement extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };

  static override properties: PropertyDeclarations = {
    site: {},
    api: {},
    tokenUrl: { attribute: 'token-url' },
    lang: {},
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

  readonly #states = this.attachInternals?.().states;
  /** Custom properties that `appearance` has set here. */
  #worn: string[] = [];

  get locale(): string {
    return localeOf(this);
  }

  /** The Worker, the site and the source of tokens this element works with; undefined while one is not set. */
  get session(): Session | undefined {
    const { settings, sessions } = page;
    const site = this.site || settings.site;
    const api = (this.api || settings.api)?.replace(/\/+$/, '');
    const source = this.fetchToken || this.tokenUrl || settings.fetchToken || settings.tokenUrl;
    if (!site || !api || !source || page.signedOut) return undefined;
    const known = sessions.find((one) => one.site === site && one.api === api && one.source === source);
    const session = known ?? { api, site, source };
    if (!known) sessions.push(session);
    return session;
  }

  emit(type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(`inlay-${type}`, { bubbles: true, composed: true, detail }));
  }

  /** Shows the given custom state, and no other, to `:state()`. */
  protected mark(state: CustomState | undefined): void {
    this.#states?.clear();
    if (state) this.#states?.add(state);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    page.addEventListener('settings', this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    page.removeEventListener('settings', this);
  }

  handleEvent(): void {
    this.requestUpdate();
  }

  /** Appearance goes through the CSSOM, which no CSP forbids and no value can break out of. */
  protected override willUpdate(_changed: PropertyValues): void {
    const { style, appearance } = this;
    const general = page.settings.appearance;
    for (const property of this.#worn.splice(0)) style.removeProperty(property);
    const wear = (property: string, value: string | undefined) => {
      if (!value) return;
      style.setProperty(property, value);
      this.#worn.push(property);
    };
    const theme = this.theme || appearance?.theme || general?.theme;
    if (theme === 'light' || theme === 'dark') wear('color-scheme', theme);
    for (const [name, value] of Object.entries({ ...general?.variables, ...appearance?.variables })) {
      wear(`--inlay-${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`, value);
    }
  }
}

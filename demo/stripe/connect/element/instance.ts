/** What all components of one `init` share: their session, their looks, their language, and who was let in. */
import { customProperties, isDark, variablesOf } from './appearance.ts';
import { type Client, createClient } from './client.ts';
import { type Format, formatFor } from './format.ts';
import type { Options } from './options.ts';
import { type Texts, textsFor } from './texts.ts';

export class Instance {
  readonly origin: string;
  readonly client: Client;
  readonly sheet = new CSSStyleSheet();
  /** The window somebody was let in through. */
  authentication: string | null = null;
  format: Format;
  texts: Texts;
  lang: string;
  readonly #listeners = new Set<() => void>();

  constructor(origin: string, options: Options) {
    this.origin = origin;
    this.client = createClient({
      origin,
      key: options.publishableKey,
      fetchClientSecret: options.fetchClientSecret,
      eager: options.eager,
    });
    this.format = formatFor(options.locale);
    ({ texts: this.texts, lang: this.lang } = textsFor(this.format.locale));
    this.#paint(options.appearance);
  }

  /** @param listener of changes that all components have to follow; returns how to stop */
  follow(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly update = (options: unknown): void => {
    if (typeof options !== 'object' || options === null) return;
    if ('appearance' in options) this.#paint(options.appearance);
    if ('locale' in options) {
      this.format = formatFor(options.locale);
      ({ texts: this.texts, lang: this.lang } = textsFor(this.format.locale));
    }
    for (const listener of this.#listeners) listener();
  };

  readonly logout = async (): Promise<void> => {
    await this.client.end(this.authentication === null ? {} : { authentication: this.authentication });
    this.authentication = null;
    for (const listener of this.#listeners) listener();
  };

  /** One property after another: what a site calls a colour can then never be more than a colour. */
  #paint(appearance: unknown): void {
    const variables = variablesOf(appearance);
    this.sheet.replaceSync(':host {}');
    const [rule] = this.sheet.cssRules;
    if (!(rule instanceof CSSStyleRule)) return;
    for (const [name, value] of customProperties(variables)) rule.style.setProperty(name, value);
    rule.style.setProperty('color-scheme', isDark(variables.colorBackground ?? '#fff') ? 'dark' : 'light');
  }
}

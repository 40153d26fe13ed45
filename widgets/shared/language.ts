/** Which language an element speaks, and its words: English at hand, the others loaded when first needed. */
import { page } from './settings.ts';

/** The element's own `lang`, then the page's setting, then the nearest ancestor's `lang`, then the browser's. */
export function localeOf(element: HTMLElement): string {
  return element.lang || page.settings.locale || inherited(element) || navigator.language;
}

function inherited(element: Element): string | undefined {
  const speaking = element.closest<HTMLElement>('[lang]');
  const root = element.getRootNode();
  return speaking?.lang || (root instanceof ShadowRoot ? inherited(root.host) : undefined);
}

export interface Catalogue<Words> {
  in(locale: string): Words;
  /** Resolves when `in(locale)` is complete. A language that cannot be loaded now is spoken in English. */
  load(locale: string): Promise<void>;
}

/** Words of one piece of the widgets in every language. A region's variant falls back to its language. */
export function catalogue<Words>(english: Words, others: Record<string, () => Promise<Words>>): Catalogue<Words> {
  const known: Record<string, Words> = {};
  const language = (locale: string) => locale.slice(0, 2).toLowerCase();
  return {
    in: (locale) => known[language(locale)] ?? english,
    async load(locale) {
      const code = language(locale);
      const words = known[code] ?? (await others[code]?.().catch(() => undefined));
      if (words) known[code] = words;
    },
  };
}

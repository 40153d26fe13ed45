/** Words: English at hand, the other languages loaded when first needed. */

export interface Catalogue<Words> {
  in(locale: string): Words;
  /** Resolves when `in(locale)` is complete. A language that cannot be loaded now is spoken in English. */
  load(locale: string): Promise<void>;
}

/** Words of one piece of the widgets in every language. A region's variant falls back to its language. */
export function catalogue<Words>(english: Words, others: Record<string, () => Promise<Words>>): Catalogue<Words> {
  const known: Record<string, Words | undefined> = {};
  const language = (locale: string) => locale.slice(0, 2).toLowerCase();
  return {
    in: (locale) => known[language(locale)] ?? english,
    async load(locale) {
      const code = language(locale);
      known[code] ??= await others[code]?.().catch(() => undefined);
    },
  };
}

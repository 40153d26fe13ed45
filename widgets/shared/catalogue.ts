/** Words of one piece of the widgets: English at hand, the other languages loaded when first needed. */
import { page } from './settings.ts';
import { edition, languageOf, register, type Voice, voiceOf } from './voice.ts';
import type { Say, Translation, Value, Words } from './words.ts';

/** Those that Inlay speaks beside English. A host page may add others. */
export type Language = 'fr' | 'ja' | 'es' | 'de' | 'pt' | 'ar';

export interface Catalogue<W extends Words> {
  /** What an element says, in its language. The same as long as language and words are. */
  of(host: Voice['host']): Say<W>;
  /** Resolves when `of` has all there is. A language that cannot be loaded now is spoken in English. */
  load(locale: string): Promise<void>;
}

interface Said<W extends Words> {
  readonly say: Say<W>;
  readonly edition: number;
}

export function catalogue<W extends Words>(
  piece: string,
  english: W,
  others: { readonly [language in Language]: () => Promise<{ readonly words: Translation<W> & Words }> },
): Catalogue<W> {
  register('en', piece, english);
  const loaders = new Map<string, () => Promise<{ readonly words: Words }>>(Object.entries(others));
  const said = new WeakMap<object, Said<W>>();
  let own: { readonly from?: unknown; readonly taken?: Promise<void> } = {};
  return {
    of(host) {
      const locale = voiceOf(host).lang();
      const known = said.get(host);
      if (known?.edition === edition && known.say.locale === locale) return known.say;
      const say = speaking<W>(piece, voiceOf(host), locale);
      said.set(host, { say, edition });
      return say;
    },
    async load(locale) {
      const language = languageOf(locale);
      const loaded = await loaders
        .get(language)?.()
        .catch(() => undefined);
      // Once: the next time it is asked for there is nothing new.
      const isNew = loaded && loaders.delete(language);
      if (isNew) register(language, piece, inKeysOf(english, loaded.words));
      const { messages } = page.settings;
      if (isNew || messages !== own.from) {
        // Nor is a page without its own words for good where the code for them could not be loaded now.
        const retry = () => {
          own = {};
        };
        own = { from: messages, taken: takeOwn(piece, english).catch(retry) };
      }
      await own.taken;
    },
  };
}

/** What the page has words of its own for is said in these. */
async function takeOwn(piece: string, english: Words): Promise<void> {
  if (page.settings.messages) await (await import('./own-words.ts')).takeOwn(piece, english);
}

/** The build leaves the keys of other languages away: they are those of the English words, in the same order. */
function inKeysOf(english: Words, words: Words): Words {
  const texts = Object.values(words);
  return Object.fromEntries(Object.keys(english).flatMap((key, at) => (texts[at] ? [[key, texts[at]]] : [])));
}

function speaking<W extends Words>(piece: string, voice: Voice, locale: string): Say<W>;
function speaking(piece: string, voice: Voice, locale: string): object {
  const say = (key: string, given?: Readonly<Record<string, Value>>) =>
    voice.term(`${piece}.${key}`, given ?? {}, locale);
  return Object.assign(say, { locale });
}

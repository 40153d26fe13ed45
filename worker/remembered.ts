/** What never changes, kept in the isolate: asked for once, and no query or call after that. */

/** How many of a kind an isolate keeps. */
const MOST = 10_000;

export interface Remembered<Key, T> {
  get(key: Key): T | undefined;
  keep(key: Key, value: T): void;
  forget(key: Key): void;
}

/** @param spell tells any two keys apart */
export function remembered<Key, T>(spell: (key: Key) => string): Remembered<Key, T> {
  const kept = new Map<string, T>();
  return {
    get: (key) => kept.get(spell(key)),
    forget: (key) => void kept.delete(spell(key)),
    keep(key, value) {
      kept.set(spell(key), value);
      const [eldest] = kept.keys();
      if (kept.size > MOST && eldest !== undefined) kept.delete(eldest);
    },
  };
}

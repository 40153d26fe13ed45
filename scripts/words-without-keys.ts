/** Words of other languages without the keys, which the English ones have: see `widgets/shared/catalogue.ts`. */
import type { Plugin } from 'vite';

export const wordsWithoutKeys: Plugin = {
  name: 'inlay:words-without-keys',
  enforce: 'pre',
  transform: {
    filter: { id: /\/messages\/(?!en-)[a-z]{2}-[a-z]+\.ts$/ },
    handler: (code) => ({ code: withoutKeys(code), map: null }),
  },
};

/** Every line stays where it is. */
function withoutKeys(code: string): string {
  return code
    .replace(/^ {2}(?:\w+|'[\w.]+'):/gm, '')
    .replace('> = {', '> = [')
    .replace(/^};$/m, '];');
}

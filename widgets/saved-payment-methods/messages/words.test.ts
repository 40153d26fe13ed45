import { expect } from '@open-wc/testing';
import { enMethods } from './en-methods.ts';
import { enRemoval } from './en-removal.ts';
import { frMethods } from './fr-methods.ts';
import { frRemoval } from './fr-removal.ts';

/** Every text of a catalogue, said of something. */
function texts(words: Readonly<Record<string, string | ((of: string) => string)>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).map(([key, text]) => [key, typeof text === 'string' ? text : text('$ada')]),
  );
}

describe('the words for saved methods', () => {
  for (const [name, english, french] of [
    ['list', texts(enMethods), texts(frMethods)],
    ['removal', texts(enRemoval), texts(frRemoval)],
  ] as const) {
    it(`are complete in French, and French: ${name}`, () => {
      expect(Object.keys(french)).to.deep.equal(Object.keys(english));
      for (const [key, text] of Object.entries(french)) {
        expect(text.trim(), key).not.to.equal('');
        expect(text, key).not.to.equal(english[key]);
        expect(text.includes('$ada'), key).to.equal(english[key]?.includes('$ada'));
      }
    });
  }
});

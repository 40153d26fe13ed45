import { expect } from '@open-wc/testing';
import { enAccount } from './en-account.ts';
import { enList } from './en-list.ts';
import { frAccount } from './fr-account.ts';
import { frList } from './fr-list.ts';

/** Every text of a catalogue by its path; a function is called with what it may be called with. */
function texts(words: object, path = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [name, value] of Object.entries(words)) {
    const here = `${path}${name}`;
    if (typeof value === 'string') all.set(here, value);
    else if (typeof value === 'function')
      for (const given of [1, 2]) all.set(`${here}(${given})`, String(value(given)));
    else for (const [key, text] of texts(value, `${here}.`)) all.set(key, text);
  }
  return all;
}

describe('the words of the list', () => {
  for (const [name, english, french] of [
    ['list', texts(enList), texts(frList)],
    ['account', texts(enAccount), texts(frAccount)],
  ] as const) {
    it(`are complete in French: ${name}`, () => {
      expect([...french.keys()].sort()).to.deep.equal([...english.keys()].sort());
      for (const [key, text] of french) expect(text.trim(), key).not.to.equal('');
    });
  }

  it('are French where they are', () => {
    const same = [...texts(frAccount)].filter(([key, text]) => texts(enAccount).get(key) === text);
    expect(same).to.deep.equal([]);
  });
});

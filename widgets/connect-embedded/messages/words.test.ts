import { expect } from '@open-wc/testing';
import { enEmbedded } from './en-embedded.ts';
import { frEmbedded } from './fr-embedded.ts';

describe('the words for embedded components', () => {
  it('are complete in French, and French', () => {
    const flat = ({ titles, ...words }: typeof enEmbedded): Record<string, string> => ({ ...titles, ...words });
    const [english, french] = [flat(enEmbedded), flat(frEmbedded)];
    expect(Object.keys(french)).to.deep.equal(Object.keys(english));
    for (const [key, text] of Object.entries(french)) {
      expect(text.trim(), key).not.to.equal('');
      expect(text, key).not.to.equal(english[key]);
    }
  });
});

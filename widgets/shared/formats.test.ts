import { expect } from '@open-wc/testing';
import { NOON } from '../testing/fake-bank.ts';
import { formatsOf, momentOf } from './formats.ts';

describe('the way numbers and dates are written', () => {
  for (const [lang, preferred, is] of [
    ['en', ['en-GB', 'en'], 'en-GB'],
    ['en', ['fr-CA', 'en-AU'], 'en-AU'],
    ['fr', ['en-GB'], 'fr'],
    ['en-US', ['en-GB'], 'en-US'],
    ['EN', ['en-GB'], 'en-GB'],
    ['e', ['de'], 'en'],
    ['"><img>', ['de-AT'], 'en'],
  ] as const) {
    it(`is that of ${is} where the page is in ${lang} and the browser in ${preferred}`, () => {
      expect(formatsOf(lang, preferred)).to.equal(is);
    });
  }

  it('has the time of day where the person is', () => {
    expect(momentOf(NOON, 'en-GB', 'UTC')).to.equal('20 Nov 2026, 12:00');
    expect(momentOf(NOON, 'en-GB', 'America/New_York')).to.equal('20 Nov 2026, 07:00');
  });
});

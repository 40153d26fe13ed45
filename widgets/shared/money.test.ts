import { expect, fixture } from '@open-wc/testing';
import fc from 'fast-check';
import { minorDigits, money } from './money.ts';

const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

/** Where on the screen a letter of a text is. */
function boxOf({ firstChild }: Node, at: number): DOMRect | undefined {
  const range = document.createRange();
  if (!firstChild) return undefined;
  range.setStart(firstChild, at);
  range.setEnd(firstChild, at + 1);
  return range.getBoundingClientRect();
}

describe('money', () => {
  for (const [amount, currency, locale, says] of [
    [123_456, 'usd', 'en-US', '$1,234.56'],
    [-5, 'usd', 'en-US', '-$0.05'],
    [0, 'usd', 'en-US', '$0.00'],
    [500, 'jpy', 'en-US', '¥500'],
    [1_234_567, 'kwd', 'en-US', 'KWD 1,234.567'],
    [100, 'mga', 'en-US', 'MGA 100'],
    [123_456, 'eur', 'fr', '1 234,56 €'],
    [123_456, 'eur', 'de', '1.234,56 €'],
    [Number.MAX_SAFE_INTEGER, 'usd', 'en-US', '$90,071,992,547,409.91'],
  ] as const) {
    it(`writes ${amount} of ${currency} as ${says} in ${locale}`, () => {
      expect(plain(money(amount, currency, locale))).to.equal(says);
    });
  }

  it('marks money in where it is told apart from money out', () => {
    expect(money(250_000, 'usd', 'en-US', 'exceptZero')).to.equal('+$2,500.00');
    expect(money(-250_000, 'usd', 'en-US', 'exceptZero')).to.equal('-$2,500.00');
  });

  for (const [amount, locale] of [
    [123_456, 'ar'],
    [-450, 'ar'],
    [250_000, 'ar-EG'],
  ] as const) {
    it(`keeps the sign of dollars at their letters where ${amount} is read from right to left, in ${locale}`, async () => {
      const shown = await fixture<HTMLElement>(document.createElement('bdi'));
      const text = money(amount, 'usd', locale, 'exceptZero');
      shown.textContent = text;
      const [letter, sign, digit] = [text.indexOf('S'), text.indexOf('$'), text.search(/\p{Nd}/u)].map((at) =>
        boxOf(shown, at),
      );
      expect(sign?.left).to.be.closeTo(letter?.right ?? 0, 1);
      expect(digit?.left).to.be.greaterThan(sign?.right ?? Infinity);
    });
  }

  it('never loses or makes up a digit', () => {
    const amounts = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(amounts, fc.constantFrom('usd', 'eur', 'jpy', 'krw', 'kwd', 'bhd', 'clp'), (amount, currency) => {
        const text = money(amount, currency, 'en-US');
        const digits = text.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
        expect(digits).to.equal(String(Math.abs(amount)));
        expect(text.startsWith('-')).to.equal(amount < 0);
        expect(text.split('.')[1]?.length ?? 0).to.equal(minorDigits(currency));
      }),
    );
  });
});

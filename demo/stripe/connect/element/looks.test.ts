import { expect, test } from 'vitest';
import { customProperties, isDark, variablesOf } from './appearance.ts';
import { amountTyped, formatFor } from './format.ts';
import { optionsFrom } from './options.ts';
import { EN, textsFor } from './texts.ts';
import { FR } from './texts_fr.ts';

test('variables of an appearance become custom properties, whatever else is in it', () => {
  const variables = variablesOf({
    overlays: 'dialog',
    variables: { colorPrimary: '#0b6e4f', overlayZIndex: 7, 'a;b': 'c' },
  });
  expect(customProperties(variables)).toEqual([['--color-primary', '#0b6e4f']]);
  expect(variablesOf(undefined)).toEqual({});
  expect(variablesOf({ variables: null })).toEqual({});
});

test.each([
  ['#000', true],
  ['#1d2029', true],
  ['#fff', false],
  ['#FFFFFFcc', false],
  ['rgb(20, 22, 28)', true],
  ['rgba(250 250 250 / 50%)', false],
  ['hsl(220 20% 12%)', true],
  ['hsl(220, 20%, 92%)', false],
  ['canvas', false],
  ['#12', false],
])('text on %s is light: %s', (color, dark) => {
  expect(isDark(color)).toBe(dark);
});

test('amounts are read and written in the currency they are in', () => {
  const english = formatFor('en-US');
  expect(english.money(123456, 'usd')).toBe('$1,234.56');
  expect(english.money(-500, 'usd')).toBe('-$5.00');
  expect(english.money(500, 'jpy')).toBe('¥500');
  expect(formatFor('fr').money(123456, 'eur')).toMatch(/^1\s234,56\s€$/u);
  expect(formatFor('not a locale').locale).toBe('en');
  expect(amountTyped(' 5.50 ', 'usd')).toBe(550);
  expect(amountTyped('5,5', 'eur')).toBe(550);
  expect(amountTyped('500', 'jpy')).toBe(500);
  for (const wrong of ['', '0', '-5', '1e3', '5.555', 'all']) expect(amountTyped(wrong, 'usd')).toBeNull();
});

test('the page’s language is spoken where it is known', () => {
  expect(textsFor('fr-CA')).toEqual({ texts: FR, lang: 'fr' });
  expect(textsFor('fry')).toEqual({ texts: EN, lang: 'en' });
  expect(textsFor('de')).toEqual({ texts: EN, lang: 'en' });
});

const GOOD = { publishableKey: 'pk_test_demo', fetchClientSecret: async () => 'accs_secret__1' };

test.each([
  [undefined, 'you must provide an object'],
  [{ ...GOOD, publishableKey: undefined }, 'publishableKey'],
  [{ ...GOOD, publishableKey: 'sk_test_demo' }, 'secret key'],
  [{ ...GOOD, fetchClientSecret: 'accs_secret__1' }, 'fetchClientSecret should be a function'],
  [{ ...GOOD, appearance: 'dark' }, 'appearance'],
  [{ ...GOOD, locale: 7 }, 'locale'],
])('init with %o is a mistake of the page', (params, message) => {
  expect(() => optionsFrom(params)).toThrow(message);
});

test('what the loader asked for early is taken over', async () => {
  const eagerClientSecretPromise = Promise.resolve('accs_secret__2');
  expect(await optionsFrom({ ...GOOD, metaOptions: { eagerClientSecretPromise } }).eager).toBe('accs_secret__2');
  expect(optionsFrom(GOOD).eager).toBeNull();
});

import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isText, placesOf, textsOf } from '../widgets/shared/text-check.ts';

const widgets = join(import.meta.dirname, '../widgets');
const files = globSync('*/messages/[a-z][a-z]-*.ts', { cwd: widgets });
const pieces = files.filter((file) => basename(file).startsWith('en-')).map((file) => file.replace('/en-', '/*-'));
const languages = [...new Set(files.map((file) => basename(file).slice(0, 2)))].filter((code) => code !== 'en').sort();

/** Whatever a file exports that is words. */
async function wordsOf(piece: string, language: string): Promise<Record<string, unknown>> {
  const module: Record<string, unknown> = await import(join(widgets, piece.replace('*', language)));
  const [words] = Object.values(module);
  return { ...Object(words) };
}

test('every language has every piece', () => {
  expect(languages).toEqual(['ar', 'de', 'es', 'fr', 'ja', 'pt']);
  expect(files.sort()).toEqual(
    pieces.flatMap((piece) => ['en', ...languages].map((code) => piece.replace('*', code))).sort(),
  );
});

describe.each(pieces)('%s', (piece) => {
  const name = basename(piece, '.ts').slice(2);

  test.each(['en', ...languages])('in %s has each text, each place, and each way of counting', async (language) => {
    const english = await wordsOf(piece, 'en');
    const words = await wordsOf(piece, language);
    // In the same order, too: the built files have no keys.
    expect(Object.keys(words)).toEqual(Object.keys(english));
    const ways = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, text] of Object.entries(words)) {
      const model = english[key];
      if (!isText(text) || !isText(model)) throw new Error(`${name}.${key} is no text.`);
      expect(placesOf(text), key).toEqual(placesOf(model));
      expect(typeof text, key).toBe(typeof model);
      if (typeof text !== 'string') expect(Object.keys(text).sort(), key).toEqual([...ways].sort());
      for (const form of textsOf(text)) {
        expect(form.trim(), key).toBe(form);
        expect(placesOf(model), key).toEqual(
          expect.arrayContaining(placesOf(form).filter((place) => place !== 'count')),
        );
        expect(form, key).not.toMatch(/[<>&]|\b(undefined|null)\b/);
      }
    }
  });

  test.each(languages)('is not left in English in %s', async (language) => {
    const english = await wordsOf(piece, 'en');
    const left = Object.entries(await wordsOf(piece, language))
      .filter(([key, text]) => JSON.stringify(text) === JSON.stringify(english[key]))
      .map(([key]) => key);
    expect(left).toEqual([]);
  });

  test.each([
    ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u],
    ['ar', /\p{Script=Arabic}/u],
  ] as const)('is written in its own letters in %s', async (language, letters) => {
    const foreign = Object.entries(await wordsOf(piece, language)).flatMap(([key, text]) =>
      isText(text)
        ? textsOf(text)
            .filter((form) => !letters.test(form))
            .map((form) => `${key}: ${form}`)
        : [key],
    );
    expect(foreign).toEqual([]);
  });
});

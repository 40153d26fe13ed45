/** Words of the host page's own: read, checked, and put in the place of Inlay's. Loaded where a page has some. */
import { type Messages, page } from './settings.ts';
import { isText, placesOf, textsOf } from './text-check.ts';
import { register } from './voice.ts';
import type { Text, Words } from './words.ts';

const PIECES: readonly string[] = [
  'account',
  'bank',
  'checkout',
  'embedded',
  'errors',
  'list',
  'methods',
  'onboard',
  'removal',
  'save',
];

/** A page must not wait for its words longer than that. */
const PATIENCE_MS = 5_000;

const read = new Map<unknown, Promise<Messages>>();

/** Of one piece, in every language that the page has words in. */
export async function takeOwn(piece: string, english: Words): Promise<void> {
  const { messages } = page.settings;
  const reading = read.get(messages) ?? readOwn(messages);
  read.set(messages, reading);
  for (const [language, pieces] of Object.entries(await reading)) {
    const words = Object.entries(pieces[piece] ?? {}).filter(([key, text]) =>
      isUsable(`${language}.${piece}.${key}`, text, english[key]),
    );
    if (words.length) register(language.toLowerCase(), piece, Object.fromEntries(words));
  }
}

async function readOwn(messages: unknown): Promise<Messages> {
  try {
    const own: unknown = typeof messages === 'string' ? await fetchJson(messages) : messages;
    if (!areMessages(own)) throw new Error('it is not { "fr": { "onboard": { … } } }');
    for (const [language, pieces] of Object.entries(own))
      for (const piece of Object.keys(pieces))
        if (!PIECES.includes(piece))
          complain(`${language}.${piece}`, `There is no such piece, but: ${PIECES.join(', ')}.`);
    return own;
  } catch (error) {
    console.error(
      `[inlay] ${typeof messages === 'string' ? `data-messages="${messages}"` : 'messages of init()'} cannot be used: ${error}. Inlay’s own words are shown.`,
    );
    return {};
  }
}

/** A file of the page's own, as an image of its would be. */
async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw response.status;
  return response.json();
}

function areMessages(value: unknown): value is Messages {
  return (
    isTable(value) &&
    Object.entries(value).every(
      ([language, pieces]) => isLanguage(language) && isTable(pieces) && Object.values(pieces).every(isTable),
    )
  );
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLanguage(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
}

/** What cannot be said as it should be is not said at all. */
function isUsable(where: string, text: unknown, english: Text | undefined): boolean {
  if (english === undefined) return complain(where, 'There is no such key.');
  if (!isText(text))
    return complain(where, 'It must be a text, or one for each way of counting: { "one": …, "other": … }.');
  const places = placesOf(english);
  const missing = places.filter((place) => !placesOf(text).includes(place));
  if (missing.length) return complain(where, `It must hold ${missing.map((place) => `{${place}}`).join(', ')}.`);
  const unknown = textsOf(text)
    .flatMap(placesOf)
    .filter((place) => !places.includes(place));
  return !unknown.length || complain(where, `Nothing is filled in for {${unknown[0]}}.`);
}

function complain(where: string, what: string): false {
  console.error(`[inlay] messages: ${where} is not used. ${what}`);
  return false;
}

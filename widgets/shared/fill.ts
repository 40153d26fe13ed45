/** Puts what is known into a text. What a first render says is said with this alone. */
import type { Say, Value, Words } from './words.ts';

export function fill(text: string, given: Readonly<Record<string, Value>> = {}): string {
  return text.replace(/{(\w+)}/g, (place, name) => `${given[name] ?? place}`);
}

/** English words before there are others: nothing of them is counted. */
export function plainly<W extends Words>(words: W, locale?: string): Say<W>;
export function plainly(words: Words, locale = 'en'): object {
  const say = (key: string, given?: Readonly<Record<string, Value>>) => fill(`${words[key]}`, given);
  return Object.assign(say, { locale });
}

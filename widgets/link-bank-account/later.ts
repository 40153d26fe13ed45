/** What linking needs beyond a first click: loaded after the first render, or when there is need of it before. */
import { bankWords } from '../shared/messages/bank-words.ts';
import { errorWords } from '../shared/messages/error-words.ts';

export { afterUpdate, beforeUpdate } from './around-update.ts';
export { begin } from './begin.ts';
export { messageOf, view } from './details.ts';
export { fail, learn } from './learn.ts';
export { start } from './start.ts';

/** Gets all that linking says in a language. */
export async function loadWords(locale: string): Promise<void> {
  await Promise.all([bankWords.load(locale), errorWords.load(locale)]);
}

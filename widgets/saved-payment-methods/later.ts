/** What the list needs once it is shown: loaded after the first render, or when there is need of it before. */
import { errorWords } from '../shared/messages/error-words.ts';
import { methodWords, removalWords } from './messages/words.ts';

export { afterUpdate, beforeUpdate } from './around-update.ts';
export { begin } from './attend.ts';
export { askAgain, fail, learn } from './learn.ts';
export { removalOf, sentenceOf } from './removal-view.ts';
export { press } from './remove.ts';
export { methodWords };

/** Gets all that the list says in a language. */
export async function loadWords(locale: string): Promise<void> {
  await Promise.all([methodWords.load(locale), removalWords.load(locale), errorWords.load(locale)]);
}

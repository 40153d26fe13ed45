/** What embedding needs beyond a first render: loaded after that, or when there is need of it before. */
import { errorWords } from '../shared/messages/error-words.ts';
import { embeddedWords } from './messages/words.ts';

export { afterUpdate, beforeUpdate } from './around-update.ts';
export { begin } from './begin.ts';
export { view } from './details.ts';
export { fail } from './learn.ts';
export { refresh, start } from './start.ts';

/** Gets all that the element says in a language. */
export async function loadWords(locale: string): Promise<void> {
  await Promise.all([embeddedWords.load(locale), errorWords.load(locale)]);
}

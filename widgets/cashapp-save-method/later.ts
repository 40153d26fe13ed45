/** What saving needs beyond a first render: loaded after it, or when there is need of it before. */
import { errorWords } from '../shared/messages/error-words.ts';
import { saveWords } from '../shared/messages/save-words.ts';

export { afterUpdate, beforeUpdate } from './around-update.ts';
export { begin } from './begin.ts';
export { view } from './details.ts';
export { fail, learn } from './learn.ts';
export { start } from './start.ts';

/** Gets all that saving says in a language. */
export async function loadWords(locale: string): Promise<void> {
  await Promise.all([saveWords.load(locale), errorWords.load(locale)]);
}

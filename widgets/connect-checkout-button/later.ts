/** What buying needs beyond a first render: loaded after it, or when there is need of it before. */
import { errorWords } from '../shared/messages/error-words.ts';
import { checkoutWords } from './messages/words.ts';

export { afterUpdate, beforeUpdate } from './around-update.ts';
export { begin } from './begin.ts';
export { view } from './details.ts';
export { fail, learn } from './learn.ts';
export { refresh, start } from './start.ts';

/** Gets all that buying says in a language. */
export async function loadWords(locale: string): Promise<void> {
  await Promise.all([checkoutWords.load(locale), errorWords.load(locale)]);
}

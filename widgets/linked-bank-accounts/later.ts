/** What the list needs once it is shown: loaded after the first render, or when there is need of it before. */
import { errorWords } from '../shared/messages/error-words.ts';
import { accountWords, listWords } from './messages/words.ts';

export { press } from './actions.ts';
export { afterUpdate, beforeUpdate } from './around-update.ts';
export { begin } from './attend.ts';
export { attention, share } from './attention.ts';
export { consent } from './consent.ts';
export { askAgain, fail, learn } from './learn.ts';
export { noteOf, problem } from './note.ts';
export { canRefresh } from './refreshing.ts';
export { insteadOfActions, panels } from './unfolded.ts';
export { listWords };

/** Gets all that the list says in a language. */
export async function loadWords(locale: string): Promise<void> {
  await Promise.all([listWords.load(locale), accountWords.load(locale), errorWords.load(locale)]);
}

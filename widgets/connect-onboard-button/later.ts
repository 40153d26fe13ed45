/** What onboarding needs beyond a first click: loaded after the first render, or when there is need of it before. */
import { errorWords } from '../shared/messages/error-words.ts';
import { onboardWords } from '../shared/messages/onboard-words.ts';

export { afterUpdate, beforeUpdate } from './around-update.ts';
export { begin } from './begin.ts';
export { labelOf, messageOf, view } from './details.ts';
export { fail, learn } from './learn.ts';
export { start } from './start.ts';
export { onboardWords };

/** Gets all that onboarding says in a language. */
export async function loadWords(locale: string): Promise<void> {
  await Promise.all([onboardWords.load(locale), errorWords.load(locale)]);
}

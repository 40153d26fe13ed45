import { detailWords } from '../shared/messages/detail-words.ts';
import { errorWords } from '../shared/messages/error-words.ts';
import { words } from '../shared/messages/words.ts';

/** Gets all that onboarding says in a language. */
export async function loadWords(locale: string): Promise<void> {
  await Promise.all([words.load(locale), detailWords.load(locale), errorWords.load(locale)]);
}

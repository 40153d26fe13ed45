/** What a press agrees to. Pure, but for the words that have been loaded. */
import type { SetupIntentRequest, SetupTerms } from '../../worker/contract.ts';
import { enSave } from '../shared/messages/en-save.ts';
import { saveWords } from '../shared/messages/save-words.ts';

/** Only what was shown can have been agreed to, in the language that it was shown in. */
export function agreement(terms: SetupTerms | null, locale: string): SetupIntentRequest {
  return terms?.required ? { accepted_terms: terms.version, locale: languageOf(locale) } : {};
}

/** The words are English where there are no others; and what the host page calls a language may be none. */
function languageOf(locale: string): string {
  if (saveWords.in(locale) === enSave && !/^en\b/i.test(locale)) return 'en';
  return /^[a-z0-9-]{2,35}$/i.test(locale) ? locale : locale.slice(0, 2);
}

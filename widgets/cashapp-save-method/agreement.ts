/** What a press agrees to. Pure. */
import type { SetupIntentRequest, SetupTerms } from '../../worker/contract.ts';

/**
 * Only what was shown can have been agreed to, in the language that it was shown in.
 *
 * @param locale the language of the words, which may not be the one that the page has asked for
 */
export function agreement(terms: SetupTerms | null, locale: string): SetupIntentRequest {
  return terms?.required ? { accepted_terms: terms.version, locale } : {};
}

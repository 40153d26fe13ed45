/** What the person authorises by pressing. */
import { html, nothing, type TemplateResult } from 'lit';
import { plainly } from '../shared/fill.ts';
import type { Say } from '../shared/words.ts';
import { firstWords } from './first-words.ts';
import type { Saving } from './saving.ts';

/** Where the link goes: no business has it in its name. */
const PLACE = '\0';

/** Only until the person has saved under them. */
export function termsOf(
  { state }: Saving,
  say: Say<typeof firstWords> = plainly(firstWords),
): TemplateResult | typeof nothing {
  const { terms } = state;
  if (!terms?.required) return nothing;
  const { business_name: business, terms_url, usage } = terms;
  const link = say('termsOf', { business });
  const [before, after] = say(`terms.${usage}`, { business, terms: PLACE }).split(PLACE);
  return html`<div id="terms" part="terms">${before}${
    /^https?:/i.test(terms_url) ? html`<a href=${terms_url} target="_blank" rel="noopener">${link}</a>` : link
  }${after}</div>`;
}

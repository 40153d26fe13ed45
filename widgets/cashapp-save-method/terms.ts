/** What the person authorises by pressing. */
import { html, nothing, type TemplateResult } from 'lit';
import { firstWords } from './first-words.ts';
import type { Saving } from './saving.ts';

/** Only until the person has saved under them. */
export function termsOf({ state }: Saving, say = firstWords): TemplateResult | typeof nothing {
  const { terms } = state;
  if (!terms?.required) return nothing;
  const { business_name, terms_url, usage } = terms;
  const [before, link, after] = say.terms(business_name, usage);
  return html`<div id="terms" part="terms">${before}${
    /^https?:/i.test(terms_url) ? html`<a href=${terms_url} target="_blank" rel="noopener">${link}</a>` : link
  }${after}</div>`;
}

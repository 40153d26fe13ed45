/** What the site asks to see. */
import { html, nothing, type TemplateResult } from 'lit';
import { plainly } from '../shared/fill.ts';
import type { Say } from '../shared/words.ts';
import { firstWords } from './first-words.ts';
import type { Linking } from './linking.ts';
import { narrowed } from './narrowed.ts';

/** Which data the site asks for, and what it is. */
export function termsOf(
  { state, host }: Linking,
  say: Say<typeof firstWords> = plainly(firstWords),
): TemplateResult | typeof nothing {
  const { terms } = state;
  if (!terms) return nothing;
  return html`<div id="terms" part="terms">${say('asks', { business: terms.business_name })}<ul part="list">${narrowed(
    terms.permissions,
    host.permissions,
  ).map(
    (permission) => html`<li part="item"><b>${say(`data.${permission}`)}</b> ${say(`why.${permission}`)}</li>`,
  )}</ul></div>`;
}

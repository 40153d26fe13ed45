/** What the site asks to see. */
import { html, nothing, type TemplateResult } from 'lit';
import { firstWords } from './first-words.ts';
import type { Linking } from './linking.ts';
import { narrowed } from './narrowed.ts';

/** Which data the site asks for, and what it is. */
export function termsOf({ state, host }: Linking, { asks, data } = firstWords): TemplateResult | typeof nothing {
  const { terms } = state;
  if (!terms) return nothing;
  return html`<div id="terms" part="terms">${asks(terms.business_name)}<ul part="list">${narrowed(
    terms.permissions,
    host.permissions,
  ).map((permission) => html`<li part="item"><b>${data[permission][0]}</b> ${data[permission][1]}</li>`)}</ul></div>`;
}

/** The button that opens Stripe's dialog, the line that says what is going on, and what the site asks to see. */
import { html, nothing, type TemplateResult } from 'lit';
import { firstWords } from './first-words.ts';
import type { Linking } from './linking.ts';
import { narrowed } from './narrowed.ts';

/** The label stays the same node whatever it says: a press on one that is replaced meanwhile would come to nothing. */
export function linkButton(flow: Linking, text = firstWords.link, slot = ''): TemplateResult {
  const { state, host } = flow;
  const busy = state.name === 'busy' || state.name === 'open';
  return html`<button part="button" aria-describedby="message terms" ?disabled=${host.disabled} aria-busy=${busy} aria-disabled=${busy} @click=${() => flow.start()}>${
    busy ? html`<span part="spinner"></span>` : nothing
  }<span part="label"><slot name=${slot}>${text}</slot></span></button>`;
}

/** A screen reader hears it once the person has turned to the element. */
export function message({ engaged }: Linking, text: unknown): TemplateResult {
  return html`<div id="message" part="message" role="status" aria-live=${engaged ? 'polite' : 'off'}>${text}</div>`;
}

/** Which data the site asks for, and what it is. */
export function termsOf({ state, host }: Linking, { asks, data } = firstWords): TemplateResult | typeof nothing {
  const { terms } = state;
  if (!terms) return nothing;
  return html`<div id="terms" part="terms">${asks(terms.business_name)}<ul part="list">${narrowed(
    terms.permissions,
    host.permissions,
  ).map((permission) => html`<li part="item"><b>${data[permission][0]}</b> ${data[permission][1]}</li>`)}</ul></div>`;
}

export const skeleton = html`<div part="skeleton"></div>`;

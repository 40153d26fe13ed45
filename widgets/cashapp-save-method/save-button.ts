/** The button that starts, the line that says what is going on, and what the person authorises by pressing. */
import { html, nothing, type TemplateResult } from 'lit';
import { firstWords } from './first-words.ts';
import type { Saving } from './saving.ts';

/** The label stays the same node whatever it says: a press on one that is replaced meanwhile would come to nothing. */
export function saveButton(flow: Saving, text = firstWords.save, slot = ''): TemplateResult {
  const { state, host } = flow;
  const busy = state.name === 'busy' || state.name === 'open';
  return html`<button part="button" aria-describedby="message terms" ?disabled=${host.disabled} aria-busy=${busy} aria-disabled=${busy} @click=${() => flow.start()}>${
    busy ? html`<span part="spinner"></span>` : nothing
  }<span part="label"><slot name=${slot}>${text}</slot></span></button>`;
}

/** A screen reader hears it once the person has turned to the element. */
export function message({ engaged }: Saving, text: unknown): TemplateResult {
  return html`<div id="message" part="message" role="status" aria-live=${engaged ? 'polite' : 'off'}>${text}</div>`;
}

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

export const skeleton = html`<div part="skeleton"></div>`;

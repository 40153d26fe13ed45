/** The button that leads to Stripe, and the line that says what is going on. For either element. */
import { html, nothing, type TemplateResult } from 'lit';
import { firstWords } from './first-words.ts';
import type { Onboarding } from './onboarding.ts';

/** The label stays the same node whatever it says: a press on one that is replaced meanwhile would come to nothing. */
export function startButton(flow: Onboarding, text = firstWords.setUp, slot = ''): TemplateResult {
  const { state, host } = flow;
  const busy = state.name === 'busy';
  return html`<button class="row" part="button" aria-describedby="message" ?disabled=${host.disabled} aria-busy=${busy} aria-disabled=${busy} @click=${() => flow.start()}>${
    busy ? html`<span part="spinner"></span>` : nothing
  }<span part="label"><slot name=${slot}>${text}</slot></span></button>`;
}

/** A screen reader hears it once the person has turned to the element. */
export function message({ engaged }: Onboarding, text: unknown = firstWords.hint): TemplateResult {
  return html`<div id="message" part="message" role="status" aria-live=${engaged ? 'polite' : 'off'}>${text}</div>`;
}

export const skeleton = html`<div class="row" part="skeleton"></div>`;

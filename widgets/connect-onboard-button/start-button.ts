/** The button that leads to Stripe, and the words next to it while something is going on. For either element. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Onboarding } from './onboarding.ts';

export function startButton(flow: Onboarding): TemplateResult {
  const { state, host, say } = flow;
  const busy = state.name === 'busy';
  const begun = state.name === 'paused' || (state.account && state.account.status !== 'none');
  return html`<button class="row" part="button" aria-describedby="message" ?disabled=${host.disabled} aria-busy=${busy} aria-disabled=${busy} @click=${() => flow.start()}>${
    busy ? html`<span part="spinner"></span>` : nothing
  }<span part="label">${
    state.name === 'failed'
      ? say.tryAgain
      : begun
        ? html`<slot name="continue">${say.continue}</slot>`
        : html`<slot>${say.setUp}</slot>`
  }</span></button>`;
}

/** Says what is going on. A screen reader hears it once the person has turned to the element. */
export function message(flow: Onboarding, otherwise?: unknown): TemplateResult {
  const { state, later, host, engaged } = flow;
  return html`<div id="message" part="message" role="status" aria-live=${engaged ? 'polite' : 'off'}>${
    later?.messageOf(state, host.locale) || otherwise
  }</div>`;
}

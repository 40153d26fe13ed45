/** The button that leads to Stripe, and the words next to it while something is going on. For either element. */
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../shared/messages/words.ts';
import type { Onboarding, OnboardingHost } from './onboarding.ts';

export function startButton(flow: Onboarding, host: OnboardingHost): TemplateResult {
  const { state } = flow;
  const busy = state.name === 'busy';
  return html`<button class="row" part="button" type="button" aria-describedby="message"
    ?disabled=${host.disabled} aria-busy=${busy} aria-disabled=${busy}
    @click=${() => flow.start()} @pointerenter=${() => flow.engage()} @focus=${() => flow.engage()}
    >${busy ? html`<span part="spinner"></span>` : nothing}<span part="label">${label(flow, host)}</span></button>`;
}

function label({ state }: Onboarding, { locale }: OnboardingHost): TemplateResult | string {
  const say = words.in(locale);
  if (state.name === 'failed') return say.tryAgain;
  const begun = state.name === 'paused' || (state.account && state.account.status !== 'none');
  return begun ? html`<slot name="continue">${say.continue}</slot>` : html`<slot>${say.setUp}</slot>`;
}

export function startMessage({ state, later }: Onboarding, { locale }: OnboardingHost): TemplateResult | string {
  const say = words.in(locale);
  if (state.name === 'busy') return state.doing === 'start' ? say.opening : say.loading;
  return later?.messageOf(state, locale) ?? (state.name === 'failed' ? say.failed : '');
}

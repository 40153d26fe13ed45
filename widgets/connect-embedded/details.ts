/** What there is to see of an element beside Stripe's component: room for it, a hint, or what went wrong. */
import { html, nothing, type TemplateResult } from 'lit';
import { isRecoverable } from '../shared/error-sentences.ts';
import { sentence } from '../shared/errors.ts';
import { isInAppBrowser } from '../shared/in-app-browser.ts';
import type { Say } from '../shared/words.ts';
import { componentOf, opensWindow } from './components.ts';
import type { Embedding } from './embedding.ts';
import type { Failed, State } from './flow.ts';
import type { EmbeddedWords } from './messages/en-embedded.ts';
import { embeddedWords } from './messages/words.ts';

/** The whole of `connect-embedded`, once more than a first render is needed. */
export function view(flow: Embedding): TemplateResult | typeof nothing {
  const { state, host } = flow;
  if (state.name === 'signed_out') return nothing;
  const say = embeddedWords.of(host);
  const component = componentOf(host.component);
  const failed = failureOf(state);
  // What is disabled does not begin, however long one looks.
  const waits = !failed && !host.disabled && (state.name === 'loading' || state.name === 'busy');
  const isAlone = failed || state.name === 'account_required';
  // No landmark: Stripe's component may be one, of the same name.
  return html`<section role="group" class=${isAlone ? 'alone' : ''} aria-label=${component && !isQuiet(flow) ? say(`title.${component}`) : nothing} aria-busy=${waits}>
      <div class="stage" tabindex="-1" ?inert=${host.disabled}>
        ${waits ? html`<div part="skeleton" role="img" aria-label=${say('loading')}></div>` : nothing}<slot name="component"></slot>
      </div>
      <div part="message" role="status" aria-live=${flow.engaged ? 'polite' : 'off'}>${messageOf(flow, say)}</div>
      ${failed && mayHelp(failed) ? retryButton(flow, say) : nothing}
    </section>
    <span class="probe" aria-hidden="true" @transitionrun=${() => flow.showing?.lookAgain()}></span>`;
}

/** A banner without anything to tell takes no room, and says nothing either. */
function isQuiet({ state, host }: Embedding): boolean {
  if (componentOf(host.component) !== 'notification_banner' || failureOf(state)) return false;
  return state.name !== 'shown' || !state.notifications?.total;
}

/** What failed stays in sight until the next try has come to something. */
function failureOf(state: State): Failed | null {
  if (state.name === 'failed') return state;
  return state.name === 'busy' ? state.after : null;
}

function mayHelp({ error }: Failed): boolean {
  return !error || isRecoverable(error.code);
}

function messageOf(flow: Embedding, say: Say<EmbeddedWords>): TemplateResult | string | typeof nothing {
  const { state, host } = flow;
  const failed = failureOf(state);
  if (failed) {
    const { error } = failed;
    return html`<span part="error">${sentence(error, host)}</span>`;
  }
  if (isQuiet(flow)) return nothing;
  if (state.name === 'account_required') return sentence(state.error, host);
  const component = componentOf(host.component);
  // Nothing is said of what is not there yet: it might turn out otherwise.
  if (state.name !== 'shown' || !component || !opensWindow(component)) return nothing;
  if (!isInAppBrowser(navigator.userAgent)) return say('window');
  return html`${say('inApp')} <a href=${location.href} target="_blank" rel="noopener">${say('openInBrowser')}</a>`;
}

function retryButton(flow: Embedding, say: Say<EmbeddedWords>): TemplateResult {
  const busy = flow.state.name === 'busy';
  return html`<button part="button" ?disabled=${flow.host.disabled} aria-busy=${busy} aria-disabled=${busy} @click=${() => flow.start()}>${
    busy ? html`<span part="spinner"></span>` : nothing
  }<span part="label">${say('tryAgain')}</span></button>`;
}

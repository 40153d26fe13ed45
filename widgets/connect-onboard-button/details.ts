/** What onboarding says beyond a button's label: loaded when there is an account or an error to speak of. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Account } from '../../worker/contract.ts';
import { button, message, skeleton } from '../shared/button.ts';
import { sentence } from '../shared/errors.ts';
import { icon } from '../shared/icons.ts';
import type { OnboardWords } from '../shared/messages/en-onboard.ts';
import { errorWords } from '../shared/messages/error-words.ts';
import { onboardWords } from '../shared/messages/onboard-words.ts';
import type { Say } from '../shared/words.ts';
import { tell } from './account-story.ts';
import { explanationOf, leadOf, toneIcons } from './account-words.ts';
import type { Onboarding } from './onboarding.ts';
import { canAct } from './transitions.ts';

/** So many missing things fit below the button without moving what follows it. */
const SHOWN = 2;

/** The whole of `connect-onboard-button`, once more than a first click may be needed. */
export function view(flow: Onboarding) {
  const { state, host } = flow;
  const { name, account } = state;
  if (name === 'signed_out') return nothing;
  if (name === 'loading') return skeleton;
  const start = button(flow, ...labelOf(flow));
  const say = onboardWords.of(host);
  if (name !== 'ready' || state.note) return [start, message(flow, messageOf(flow))];
  if (!account || account.status === 'none') return [start, message(flow, say('hint'))];
  return [canAct(account.status) ? start : statusLine(account, say), message(flow, summary(account, say, Date.now()))];
}

export function labelOf({ state, host }: Onboarding): [text: string, slot?: string] {
  const say = onboardWords.of(host);
  if (state.name === 'failed') return [say('tryAgain'), 'again'];
  const begun = state.name === 'paused' || state.name === 'away' || (state.account && state.account.status !== 'none');
  return begun ? [say('continue'), 'continue'] : [say('setUp')];
}

/** What is going on, apart from the account. */
export function messageOf({ state, host }: Onboarding): TemplateResult | string {
  const say = onboardWords.of(host);
  switch (state.name) {
    case 'failed':
      return html`<span part="error">${sentence(state.error, host)}</span>`;
    case 'paused':
      return html`<span part="error">${errorWords.of(host)('tooOften')}</span>`;
    case 'away':
      return say('away');
    case 'busy':
      return state.doing === 'start' ? say('opening') : say('loading');
    case 'ready':
      return state.note ? say('closeWindow') : '';
    case 'loading':
    case 'signed_out':
      return '';
  }
}

/** Takes the button's place where there is nothing left to press. */
function statusLine(account: Account, say: Say<OnboardWords>): TemplateResult {
  const { tone } = tell(account);
  return html`<div class="row" part="status" data-tone=${tone} tabindex="-1">
    ${icon(toneIcons[tone])}<span>${say(`status.${account.status}`)}</span>
  </div>`;
}

/** What is missing, in a line or two; or what the status means. */
function summary(account: Account, say: Say<OnboardWords>, now: number): TemplateResult | string {
  const { missing, due } = tell(account);
  if (!missing.length) return explanationOf(account, say, null);
  // A date takes the room of one of them.
  const shown = missing.length > SHOWN && due !== null ? SHOWN - 1 : SHOWN;
  const rest = missing.length - shown;
  return html`<span class="summary"><span id="lead">${leadOf(account, say, now)}</span>
    <ul part="list" aria-labelledby="lead">
      ${missing.slice(0, shown).map(({ topic }) => html`<li part="item">${say(`topic.${topic}`)}</li>`)}
      ${rest > 0 ? html`<li part="item">${say('more', { count: rest })}</li>` : nothing}
    </ul></span>`;
}

/** What onboarding says beyond a button's label: loaded when there is an account or an error to speak of. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Account } from '../../worker/contract.ts';
import { sentence } from '../shared/errors.ts';
import { icon } from '../shared/icons.ts';
import { detailWords } from '../shared/messages/detail-words.ts';
import { errorWords } from '../shared/messages/error-words.ts';
import { words } from '../shared/messages/words.ts';
import { tell } from './account-story.ts';
import { explanationOf, leadOf, toneIcons } from './account-words.ts';
import type { State } from './flow.ts';
import { canAct } from './transitions.ts';

/** So many missing things fit below the button without moving what follows it. */
const SHOWN = 2;

/** What to say of a state, apart from the account. */
export function messageOf(state: State, locale: string): TemplateResult | string {
  const say = detailWords.in(locale);
  switch (state.name) {
    case 'failed':
      return html`<span part="error">${state.error ? sentence(state.error, locale) : errorWords.in(locale).retry}</span>`;
    case 'paused':
      return html`<span part="error">${errorWords.in(locale).tooOften}</span>`;
    case 'away':
      return say.away;
    case 'busy':
      return state.doing === 'start' ? say.opening : words.in(locale).loading;
    case 'ready':
      return state.note ? say.closeWindow : '';
    case 'loading':
    case 'signed_out':
      return '';
  }
}

/** Takes the button's place where there is nothing left to press. */
export function statusLine(account: Account, locale: string): TemplateResult | undefined {
  if (canAct(account.status)) return undefined;
  const { tone } = tell(account);
  const [headline] = detailWords.in(locale).status[account.status];
  return html`<div class="row" part="status" data-tone=${tone} tabindex="-1">
    ${icon(toneIcons[tone])}<span>${headline}</span>
  </div>`;
}

/** What is missing, in a line or two; or what the status means. */
export function summary(account: Account, locale: string, now: number): TemplateResult | string {
  const say = detailWords.in(locale);
  const { missing } = tell(account);
  if (!missing.length) return explanationOf(account, say, null);
  const rest = missing.length - SHOWN;
  return html`<span class="summary"><span id="lead">${leadOf(account, say, locale, now)}</span>
    <ul part="list" aria-labelledby="lead">
      ${missing.slice(0, SHOWN).map(({ topic }) => html`<li part="item">${say.topics[topic]}</li>`)}
      ${rest > 0 ? html`<li part="item">${say.more(rest)}</li>` : nothing}
    </ul></span>`;
}

/** One method: what it is, when it was saved and last used, and the button that removes it. */
import { html, type TemplateResult } from 'lit';
import type { PaymentMethod } from '../../worker/contract.ts';
import { formatsOf } from '../shared/formats.ts';
import { dateOf, daysSince } from './dates.ts';
import type { MethodList } from './method-list.ts';

/** A use is "2 days ago" for less than this many days, and "on" a date from then on. */
const WEEK = 7;

export function methodRow(flow: MethodList, method: PaymentMethod): TemplateResult {
  return html`<div class="row">
    <span class="mark"><svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M2 5h16v10H2zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM5 10h.1M15 10h.1" /></svg></span>
    ${flow.later?.removalOf(flow, method) ?? atRest(flow, method)}
  </div>`;
}

/** "$ada", as people know it. */
export function nameOf({ cashapp }: PaymentMethod): string {
  return cashapp.cashtag ?? 'Cash App';
}

function atRest(flow: MethodList, method: PaymentMethod): TemplateResult {
  const { say, host } = flow;
  const date = (seconds: number) => dateOf(seconds, formatsOf(say.locale));
  return html`<div>${heading(method)}
      <span id="dates-${method.id}">${say('savedOn', { date: date(method.created) })}<br />${lastUse(flow, method, date)}</span>
    </div>
    <button class="quiet" part="button" aria-label=${say('removeOf', { method: nameOf(method) })} aria-describedby="dates-${method.id}" ?disabled=${host.disabled} @click=${() => flow.press(method, 'confirm')}><span part="label">${say('remove')}</span></button>`;
}

export function heading({ cashapp }: PaymentMethod): TemplateResult {
  return html`<strong>${cashapp.cashtag ? html`Cash App Pay <bdi>${cashapp.cashtag}</bdi>` : 'Cash App'}</strong>`;
}

function lastUse({ say }: MethodList, method: PaymentMethod, date: (seconds: number) => string): string {
  const { last_used_at: used } = method;
  if (used === null) return say('notUsed');
  const days = daysSince(used, Date.now() / 1000);
  if (days >= WEEK) return say('lastUsedOn', { date: date(used) });
  const ago = new Intl.RelativeTimeFormat(formatsOf(say.locale), { numeric: 'auto' });
  return say('lastUsed', { when: ago.format(-days, 'day') });
}

/** A method on its way out, and the words for what failed. */
import { html, type TemplateResult } from 'lit';
import type { PaymentMethod } from '../../worker/contract.ts';
import { sentence } from '../shared/errors.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import { removalWords } from './messages/words.ts';
import type { MethodList } from './method-list.ts';
import { heading, nameOf } from './method-row.ts';

/** Takes the place of what a method says at rest, and no more room. */
export function removalOf(flow: MethodList, method: PaymentMethod): TemplateResult | undefined {
  const { host, say } = flow;
  const removal = flow.removals.get(method.id);
  switch (removal?.name) {
    case undefined:
      return undefined;
    case 'confirming':
      return confirmation(flow, method);
    case 'busy':
      return html`${note(method, html`<span part="message"><span part="spinner"></span>${removalWords.of(host)('removing')}</span>`)}${removeButton(flow, method, say('remove'), true)}`;
    case 'failed':
      return html`${note(method, html`<span part="error">${sentence(removal.error, host)}</span>`)}${removeButton(flow, method, say('tryAgain'))}`;
  }
}

/**
 * The second half of a double-click, which was meant for the button that asks, is no answer. linked-bank-accounts has the same
 * line: shared, it would be a chunk of its own, and a request more.
 */
const secondHalf = { handleEvent: (event: MouseEvent) => event.detail > 1 && event.stopPropagation(), capture: true };

/** Asks once more before a method is removed. */
function confirmation(flow: MethodList, method: PaymentMethod): TemplateResult {
  const say = removalWords.of(flow.host);
  const { id } = method;
  const keep = ({ key }: KeyboardEvent) => key === 'Escape' && flow.press(method, 'keep');
  return html`<div class="confirm" role="group" tabindex="-1" aria-labelledby="question-${id}" aria-describedby="consequence-${id}" @keydown=${keep} @click=${secondHalf}>
    <div><strong id="question-${id}">${say('confirm', { method: nameOf(method) })}</strong>
      <span id="consequence-${id}">${say('consequence')}</span>
    </div>
    <div class="answers">
      ${removeButton(flow, method, flow.say('remove'))}
      <button class="quiet" part="button" @click=${() => flow.press(method, 'keep')}><span part="label">${say('keep')}</span></button>
    </div>
  </div>`;
}

function note(method: PaymentMethod, text: TemplateResult): TemplateResult {
  return html`<div>${heading(method)}${text}</div>`;
}

/** Pressed in vain, a button keeps the focus: `aria-disabled`, and not `disabled`. */
function removeButton(flow: MethodList, method: PaymentMethod, label: string, busy = false): TemplateResult {
  return html`<button class="quiet danger" part="button" aria-label="${label} ${nameOf(method)}" ?disabled=${flow.host.disabled} aria-disabled=${busy} @click=${() => flow.press(method, 'remove')}><span part="label">${label}</span></button>`;
}

export function sentenceOf({ host }: MethodList, error: InlayError | null): string {
  return sentence(error, host);
}

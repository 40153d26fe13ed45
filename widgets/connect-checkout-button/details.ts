/** What buying says beyond a first render: what is going on, what went wrong, what was paid. */
import { html, nothing, type TemplateResult } from 'lit';
import { button, isHeld, message, skeleton } from '../shared/button.ts';
import { sentence } from '../shared/errors.ts';
import { formatsOf } from '../shared/formats.ts';
import { type Icon, icon } from '../shared/icons.ts';
import { errorWords } from '../shared/messages/error-words.ts';
import { money } from '../shared/money.ts';
import type { Buying } from './buying.ts';
import { close } from './close.ts';
import type { State } from './flow.ts';
import { checkoutWords } from './messages/words.ts';

/** The whole of `connect-checkout-button`, once more than a first click may be needed. */
export function view(flow: Buying) {
  const { state } = flow;
  if (state.name === 'loading') return skeleton;
  return [statusOf(flow) ?? startButton(flow), message(flow, messageOf(flow)), checkoutOf(flow)];
}

/** While Checkout stands in the page nobody has to wait for it. */
function startButton(flow: Buying): TemplateResult {
  const [text, slot] = labelOf(flow);
  return button(flow, text, slot, isHeld(flow), flow.state.name === 'busy');
}

function labelOf({ state, host }: Buying): [text: string, slot?: string] {
  const say = checkoutWords.in(host.locale);
  return state.name === 'failed' ? [say.tryAgain, 'again'] : [say.buy];
}

/** Takes the button's place where there is nothing to press. */
function statusOf({ state, host }: Buying): TemplateResult | undefined {
  const settled = settledIn(state, host.locale);
  if (!settled) return undefined;
  const { tone, shape, headline } = settled;
  return html`<div class="row" part="status" data-tone=${tone} tabindex="-1">${icon(shape)}<span>${headline}</span></div>`;
}

interface Settled {
  readonly tone: 'good' | 'waiting';
  readonly shape: Icon;
  readonly headline: string | undefined;
  readonly explanation: string | undefined;
}

function settledIn(state: State, locale: string): Settled | undefined {
  const say = checkoutWords.in(locale);
  if (state.name === 'unavailable') {
    const [headline, explanation] = say.unavailable;
    return { tone: 'waiting', shape: 'clock', headline, explanation };
  }
  if (state.name !== 'bought') return undefined;
  const { outcome, amount_total, currency } = state.checkoutSession;
  const isPaid = outcome === 'paid';
  const [headline, explanation] = isPaid ? say.paid(money(amount_total, currency, formatsOf(locale))) : say.processing;
  return { tone: isPaid ? 'good' : 'waiting', shape: isPaid ? 'check' : 'clock', headline, explanation };
}

/** What is going on. */
function messageOf({ state, host }: Buying): TemplateResult | string | undefined {
  const { locale } = host;
  const say = checkoutWords.in(locale);
  switch (state.name) {
    case 'failed':
      return html`<span part="error">${state.error ? sentence(state.error, locale) : errorWords.in(locale).retry}</span>`;
    case 'busy':
      return { load: say.loading, start: say.opening, sync: say.checking }[state.doing.what];
    case 'open':
      return say.here;
    case 'ready':
      return state.note ? { open: say.notCompleted, expired: say.ranOut }[state.note] : say.hint;
    case 'unavailable':
    case 'bought':
      return settledIn(state, locale)?.explanation;
    case 'loading':
      return '';
  }
}

/** Frames of Stripe's stand in the page itself, in a slot. */
function checkoutOf(flow: Buying): TemplateResult {
  const say = checkoutWords.in(flow.host.locale);
  const isOpen = flow.state.name === 'open';
  return html`${
    isOpen ? html`<button part="cancel" type="button" @click=${() => close(flow)}>${say.close}</button>` : nothing
  }<slot name="checkout"></slot>`;
}

/** What buying says beyond a first render: what is going on, what went wrong, what was paid. */
import { html, nothing, type TemplateResult } from 'lit';
import { button, isHeld, message, skeleton } from '../shared/button.ts';
import { sentence } from '../shared/errors.ts';
import { formatsOf } from '../shared/formats.ts';
import { type Icon, icon } from '../shared/icons.ts';
import { money } from '../shared/money.ts';
import type { Say } from '../shared/words.ts';
import type { Buying } from './buying.ts';
import { close } from './close.ts';
import type { State } from './flow.ts';
import type { CheckoutWords } from './messages/en-checkout.ts';
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
  const say = checkoutWords.of(host);
  return state.name === 'failed' ? [say('tryAgain'), 'again'] : [say('buy')];
}

/** Takes the button's place where there is nothing to press. */
function statusOf({ state, host }: Buying): TemplateResult | undefined {
  const settled = settledIn(state, checkoutWords.of(host));
  if (!settled) return undefined;
  const { tone, shape, headline } = settled;
  return html`<div class="row" part="status" data-tone=${tone} tabindex="-1">${icon(shape)}<span>${headline}</span></div>`;
}

interface Settled {
  readonly tone: 'good' | 'waiting';
  readonly shape: Icon;
  readonly headline: string;
  readonly explanation: string;
}

function settledIn(state: State, say: Say<CheckoutWords>): Settled | undefined {
  if (state.name === 'unavailable') {
    return { tone: 'waiting', shape: 'clock', headline: say('unavailable'), explanation: say('unavailableMeans') };
  }
  if (state.name !== 'bought') return undefined;
  const { outcome, amount_total, currency } = state.checkoutSession;
  if (outcome !== 'paid') {
    return { tone: 'waiting', shape: 'clock', headline: say('processing'), explanation: say('processingMeans') };
  }
  const amount = money(amount_total, currency, formatsOf(say.locale));
  return { tone: 'good', shape: 'check', headline: say('paid', { amount }), explanation: say('paidMeans') };
}

/** What is going on. */
function messageOf({ state, host }: Buying): TemplateResult | string | undefined {
  const say = checkoutWords.of(host);
  switch (state.name) {
    case 'failed':
      return html`<span part="error">${sentence(state.error, host)}</span>`;
    case 'busy':
      return { load: say('loading'), start: say('opening'), sync: say('checking') }[state.doing.what];
    case 'open':
      return say('here');
    case 'ready':
      return state.note ? { open: say('notCompleted'), expired: say('ranOut') }[state.note] : say('hint');
    case 'unavailable':
    case 'bought':
      return settledIn(state, say)?.explanation;
    case 'loading':
      return '';
  }
}

/** Frames of Stripe's stand in the page itself, in a slot. */
function checkoutOf(flow: Buying): TemplateResult {
  const say = checkoutWords.of(flow.host);
  const isOpen = flow.state.name === 'open';
  return html`${
    isOpen ? html`<button part="cancel" type="button" @click=${() => close(flow)}>${say('close')}</button>` : nothing
  }<slot name="checkout"></slot>`;
}

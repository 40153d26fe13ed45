/** What saving says beyond a first render: what is going on, what went wrong, what was saved. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PaymentMethod } from '../../worker/contract.ts';
import { button, message, skeleton } from '../shared/button.ts';
import { sentence } from '../shared/errors.ts';
import { icon } from '../shared/icons.ts';
import { saveWords } from '../shared/messages/save-words.ts';
import { codeToScan } from './code-view.ts';
import type { Saving } from './saving.ts';
import { termsOf } from './terms.ts';

/** The whole of `cashapp-save-method`, once more than a first click may be needed. */
export function view(flow: Saving) {
  const { state, host } = flow;
  const say = saveWords.of(host);
  if (state.name === 'signed_out') return nothing;
  if (state.name === 'loading') return skeleton;
  return [
    button(flow, ...labelOf(flow)),
    message(flow, messageOf(flow)),
    state.name === 'open' && state.place.where === 'here' ? codeToScan(flow, state.place.code, say) : nothing,
    state.paymentMethod ? saved(state.paymentMethod) : nothing,
    termsOf(flow, say),
  ];
}

function labelOf({ state, host }: Saving): [text: string, slot?: string] {
  const say = saveWords.of(host);
  if (state.name === 'pending') return [say('checkAgain'), 'again'];
  if (state.name === 'failed' && state.error?.code !== 'terms_not_accepted') return [say('tryAgain'), 'again'];
  return state.paymentMethod ? [say('another'), 'another'] : [say('save')];
}

/** What is going on. */
function messageOf({ state, host }: Saving): TemplateResult | string {
  const say = saveWords.of(host);
  switch (state.name) {
    case 'failed': {
      const { error } = state;
      if (error?.code === 'terms_not_accepted') return html`<span part="error">${say('termsChanged')}</span>`;
      return html`<span part="error">${sentence(error, host)}</span>`;
    }
    case 'open':
      return say(`place.${state.place.where}`);
    case 'pending':
      return say('pending');
    case 'busy':
      return { load: say('loading'), start: say('opening'), sync: say('confirming') }[state.doing.what];
    case 'ready':
      return state.paymentMethod ? say('saved') : say('hint');
    case 'loading':
    case 'signed_out':
      return '';
  }
}

function saved({ cashapp: { cashtag } }: PaymentMethod): TemplateResult {
  return html`<div class="saved" part="item">
    ${icon('check')}
    <div><b>Cash App Pay</b>${cashtag ? html`<small><bdi>${cashtag}</bdi></small>` : nothing}</div>
  </div>`;
}

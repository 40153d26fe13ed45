/** What happens around every update of an element, once more than its first render is needed. */
import { dress } from '../shared/dress.ts';
import { markState, sayLanguage, speak } from '../shared/keep-up.ts';
import { moreTokens } from '../shared/more-tokens.styles.ts';
import { detailStyles } from './details.styles.ts';
import type { Saving } from './saving.ts';
import { customState } from './transitions.ts';

/** Gets the words of a language that is new to the element, and shows its state to `:state()`. */
export function beforeUpdate(flow: Saving): void {
  const { host, state } = flow;
  if (speak(flow)) dress(host.shadowRoot, moreTokens, detailStyles);
  markState(host, customState(state));
}

/** Says which language the words are in, which may not be the page's. */
export function afterUpdate(flow: Saving): void {
  sayLanguage(flow.host);
  tick(flow);
}

const ticking = new WeakSet<Saving>();

/** Counts the seconds of a code that is shown. */
function tick(flow: Saving): void {
  const { state, host } = flow;
  if (state.name !== 'open' || state.place.where !== 'here' || ticking.has(flow)) return;
  ticking.add(flow);
  setTimeout(() => {
    ticking.delete(flow);
    host.requestUpdate();
  }, 1_000);
}

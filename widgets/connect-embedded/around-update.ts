/** What happens around every update of an element, once more than its first render is needed. */
import { dress } from '../shared/dress.ts';
import { keepFocus, rememberFocus } from '../shared/keep-focus.ts';
import { markState, sayLanguage, speak } from '../shared/keep-up.ts';
import { moreTokens } from '../shared/more-tokens.styles.ts';
import { showIfNear } from './attend.ts';
import { detailStyles } from './details.styles.ts';
import type { Embedding } from './embedding.ts';
import { embed } from './start.ts';
import { customState, isUnderWay } from './transitions.ts';

/** Gets the words of a language that is new to the element, and shows its state to `:state()`. */
export function beforeUpdate(flow: Embedding): void {
  const { host, state } = flow;
  if (speak(flow)) dress(host.shadowRoot, moreTokens, detailStyles);
  rememberFocus(host);
  markState(host, customState(state));
}

/** Heeds what has changed of the element, or around it. */
export function afterUpdate(flow: Embedding): void {
  const { host, session, state, asked } = flow;
  sayLanguage(host);
  keepFocus(host, '.stage');
  if (host.session !== session) return;
  if (asked !== undefined && asked !== (host.component ?? '') && isUnderWay(state)) embed(flow);
  flow.showing?.lookAgain();
  showIfNear(flow);
}

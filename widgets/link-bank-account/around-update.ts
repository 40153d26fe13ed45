/** What happens around every update of an element, once more than its first render is needed. */
import { dress } from '../shared/dress.ts';
import { markState, sayLanguage, speak } from '../shared/keep-up.ts';
import { moreTokens } from '../shared/more-tokens.styles.ts';
import { detailStyles } from './details.styles.ts';
import type { Linking } from './linking.ts';
import { customState } from './transitions.ts';

/** Gets the words of a language that is new to the element, and shows its state to `:state()`. */
export function beforeUpdate(flow: Linking): void {
  const { host, state, guest } = flow;
  const isFirst = speak(flow);
  if (guest) return;
  if (isFirst) dress(host.shadowRoot, moreTokens, detailStyles);
  markState(host, customState(state));
}

/** Says which language the words are in, which may not be the page's. */
export function afterUpdate({ host, guest }: Linking): void {
  if (!guest) sayLanguage(host);
}

/** What happens around every update of an element, once more than its first render is needed. */
import { dress } from '../shared/dress.ts';
import { keepFocus, rememberFocus } from '../shared/keep-focus.ts';
import { markState, sayLanguage, speak } from '../shared/keep-up.ts';
import { moreTokens } from '../shared/more-tokens.styles.ts';
import { detailStyles } from './details.styles.ts';
import type { Onboarding } from './onboarding.ts';
import { customState } from './transitions.ts';

/** Gets the words of a language that is new to the element, and shows its state to `:state()`. */
export function beforeUpdate(flow: Onboarding): void {
  const { host, state } = flow;
  if (speak(flow)) dress(host.shadowRoot, moreTokens, detailStyles);
  rememberFocus(host);
  markState(host, customState(state));
}

/** Says which language the words are in, which may not be the page's. And keeps the focus. */
export function afterUpdate({ host }: Onboarding): void {
  sayLanguage(host);
  keepFocus(host);
}

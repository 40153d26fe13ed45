/** What happens around every update of an element, once more than its first render is needed. */
import { dress } from '../shared/dress.ts';
import { markState, sayLanguage, speak } from '../shared/keep-up.ts';
import { moreTokens } from '../shared/more-tokens.styles.ts';
import { detailStyles } from './details.styles.ts';
import type { Onboarding } from './onboarding.ts';
import { customState } from './transitions.ts';

const focused = new WeakSet<Onboarding>();

/** Gets the words of a language that is new to the element, and shows its state to `:state()`. */
export function beforeUpdate(flow: Onboarding): void {
  const { host, state } = flow;
  const { shadowRoot } = host;
  if (speak(flow)) dress(shadowRoot, moreTokens, detailStyles);
  if (shadowRoot?.activeElement) focused.add(flow);
  else focused.delete(flow);
  markState(host, customState(state));
}

/**
 * Says which language the words are in, which may not be the page's. And keeps the focus: where the button has given way
 * to a status, whoever was on it stays in the same place.
 */
export function afterUpdate(flow: Onboarding): void {
  const { shadowRoot } = flow.host;
  sayLanguage(flow.host);
  if (!focused.has(flow) || shadowRoot?.activeElement) return;
  shadowRoot?.querySelector<HTMLElement>('[part~=status]')?.focus();
}

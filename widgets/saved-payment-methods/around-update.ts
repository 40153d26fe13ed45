/** What happens around every update of the list. */
import { dress } from '../shared/dress.ts';
import { markState, sayLanguage, speak } from '../shared/keep-up.ts';
import { keepFocus, rememberFocus } from './focus.ts';
import { laterStyles } from './later.styles.ts';
import type { MethodList } from './method-list.ts';

/** Gets the words of a language that is new to the element, and shows its state to `:state()`. */
export function beforeUpdate(flow: MethodList): void {
  dress(flow.host.shadowRoot, laterStyles);
  rememberFocus(flow);
  speak(flow);
  markState(flow.host, customState(flow));
}

function customState({ state, removals }: MethodList): 'busy' | 'done' | 'failed' | undefined {
  if (state.name === 'failed') return 'failed';
  if (state.name === 'asking' || [...removals.values()].some(({ name }) => name === 'busy')) return 'busy';
  return state.methods?.length ? 'done' : undefined;
}

/** Says which language the words are in, which may not be the page's. And keeps the focus. */
export function afterUpdate(flow: MethodList): void {
  sayLanguage(flow.host);
  keepFocus(flow);
}

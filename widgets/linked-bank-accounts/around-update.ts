/** What happens around every update of the list. */
import { dress } from '../shared/dress.ts';
import { markState, sayLanguage, speak } from '../shared/keep-up.ts';
import { keepFocus, rememberFocus } from './focus.ts';
import { laterStyles } from './later.styles.ts';
import type { Listing } from './listing.ts';
import { refreshing } from './refreshing.ts';

/** Longest that a browser's timer can be set to. */
const MOST_MS = 2 ** 31 - 1;

const alarms = new WeakMap<Listing, { readonly at: number; readonly timer: ReturnType<typeof setTimeout> }>();

/** Gets the words of a language that is new to the element, and shows its state to `:state()`. */
export function beforeUpdate(flow: Listing): void {
  dress(flow.host.shadowRoot, laterStyles);
  rememberFocus(flow);
  speak(flow);
  markState(flow.host, customState(flow));
}

function customState({ state, rows }: Listing): 'busy' | 'done' | 'failed' | undefined {
  if (state.name === 'failed') return 'failed';
  if (state.name === 'asking' || [...rows.values()].some(({ doing }) => doing.name === 'busy')) return 'busy';
  return state.list?.data.length ? 'done' : undefined;
}

export function afterUpdate(flow: Listing): void {
  sayLanguage(flow.host);
  keepFocus(flow);
  setAlarm(flow);
}

/** A button that waits for its time is shown anew when that has come. */
function setAlarm(flow: Listing): void {
  const at = Math.min(...(flow.state.list?.data ?? []).map(timeOf));
  const set = alarms.get(flow);
  if (set?.at === at && flow.work) return;
  clearTimeout(set?.timer);
  alarms.delete(flow);
  const wait = at * 1000 - Date.now();
  if (!flow.work || wait > MOST_MS) return;
  alarms.set(flow, { at, timer: setTimeout(() => flow.host.requestUpdate(), wait) });
}

function timeOf(account: Parameters<typeof refreshing>[0]): number {
  const can = refreshing(account, Date.now() / 1000);
  return can.name === 'later' ? can.at : Infinity;
}

/** What is revoked in Cash App disappears by itself: the Worker is asked again and again while somebody may be looking. */
import { whenOn } from '../shared/keep-up.ts';
import type { MethodList } from './method-list.ts';

/** From an answer to the next question. The Worker has what its webhooks told it, and asks nobody. */
const PAUSE_MS = 15_000;

export function keepLooking(flow: MethodList, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = () => {
    clearTimeout(timer);
    if (!document.hidden && !signal.aborted) timer = setTimeout(look, PAUSE_MS);
  };
  const look = async () => {
    clearTimeout(timer);
    // Where a page folds the list away nobody sees it either.
    if (flow.state.name === 'ready' && flow.host.checkVisibility()) await flow.ask('glance');
    pause();
  };
  whenOn(signal)(document, 'visibilitychange', () => (document.hidden ? clearTimeout(timer) : look()));
  signal.addEventListener('abort', () => clearTimeout(timer));
  pause();
}

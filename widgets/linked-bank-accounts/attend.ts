/** What happens to the page while the list is on it. */
import { awaitSettings, keepUp, whenOn } from '../shared/keep-up.ts';
import { News } from '../shared/news.ts';
import { page } from '../shared/settings.ts';
import { askAgain, happen, watch } from './learn.ts';
import type { Listing } from './listing.ts';

/** A list older than this is asked for again when the person comes back to the page. */
const STALE_MS = 60_000;

/** Keeps up with what happens to the page, until the element leaves it. */
export function begin(flow: Listing, signal: AbortSignal): void {
  if (signal.aborted) return;
  attend(flow, signal);
  awaitSettings(flow, signal, () => happen(flow, { type: 'logout' }));
  watch(flow);
}

function attend(flow: Listing, signal: AbortSignal): void {
  const when = whenOn(signal);
  const lookAgain = () => {
    if (!document.hidden && flow.state.name === 'ready' && Date.now() - flow.askedAt >= STALE_MS) flow.ask('glance');
  };

  when(document, 'visibilitychange', lookAgain);
  when(page, 'bank', (event) => {
    if (!(event instanceof News && event.from === flow)) flow.ask('glance');
  });
  keepUp(flow, signal, { restored: () => flow.ask('glance'), online: () => askAgain(flow) });
}

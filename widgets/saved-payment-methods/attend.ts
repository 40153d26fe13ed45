/** What happens to the page while the list is on it. */
import { awaitSettings, keepUp, whenOn } from '../shared/keep-up.ts';
import { News } from '../shared/news.ts';
import { page } from '../shared/settings.ts';
import { askAgain, happen } from './learn.ts';
import { keepLooking } from './looking.ts';
import type { MethodList } from './method-list.ts';

/** Keeps up with what happens to the page, until the element leaves it. */
export function begin(flow: MethodList, signal: AbortSignal): void {
  if (signal.aborted) return;
  whenOn(signal)(page, 'payment_methods', (event) => {
    if (!(event instanceof News && event.from === flow)) flow.ask('news');
  });
  keepUp(flow, signal, { restored: () => flow.ask('glance'), online: () => askAgain(flow) });
  keepLooking(flow, signal);
  awaitSettings(flow, signal, () => happen(flow, { type: 'logout' }));
}

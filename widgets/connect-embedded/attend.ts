/** What happens to the page while an element is on it. */
import { keepUp, whenOn } from '../shared/keep-up.ts';
import { AccountNews } from '../shared/news.ts';
import { page } from '../shared/settings.ts';
import type { Embedding } from './embedding.ts';
import { initial } from './flow.ts';
import { embed, Retry, start } from './start.ts';

/** A component is asked for when it is half a screen from being seen. */
const MARGIN = '50%';

const attended = new WeakSet<AbortSignal>();

/** Keeps up with what happens to the page, until the element leaves it. */
export function attend(flow: Embedding, signal: AbortSignal): void {
  if (attended.has(signal)) return;
  attended.add(signal);
  keepUp(flow, signal, { restored: () => comeBack(flow), online: () => start(flow) });
  const when = whenOn(signal);
  when(page, 'embedded_retry', (event) => {
    const { state } = flow;
    const isOurs = event instanceof Retry && event.from !== flow && state.name === 'failed';
    if (isOurs && state.error === event.error) embed(flow);
  });
  when(page, 'account', (event) => {
    const isOurs = event instanceof AccountNews && event.session === flow.session;
    if (isOurs && event.account.id && flow.state.name === 'account_required') embed(flow);
  });

  const nearness = new IntersectionObserver(
    (entries) => {
      flow.near = entries.at(-1)?.isIntersecting;
      showIfNear(flow);
    },
    { rootMargin: MARGIN },
  );
  nearness.observe(flow.host);
  signal.addEventListener('abort', () => {
    nearness.disconnect();
    flow.near = false;
  });
}

/** To be about to be seen is to be wanted. */
export function showIfNear(flow: Embedding): void {
  if (flow.near && flow.state === initial) start(flow);
}

/** Out of the browser's cache: requests that were under way have died. */
function comeBack(flow: Embedding): void {
  if (flow.state.name === 'busy') embed(flow);
}

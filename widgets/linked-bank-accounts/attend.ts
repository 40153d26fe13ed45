/** What happens to the page while the list is on it. */
import { settingMissing } from '../shared/errors.ts';
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
  if (!flow.session) awaitSettings(flow, signal);
  watch(flow);
}

function attend(flow: Listing, signal: AbortSignal): void {
  const when = (target: EventTarget, type: string, act: (event: Event) => void) =>
    target.addEventListener(type, act, { signal });
  const lookAgain = () => {
    if (!document.hidden && flow.state.name === 'ready' && Date.now() - flow.askedAt >= STALE_MS) flow.ask('glance');
  };

  when(window, 'pageshow', (event) => event instanceof PageTransitionEvent && event.persisted && flow.ask('glance'));
  when(document, 'visibilitychange', lookAgain);
  when(window, 'online', () => {
    const { state } = flow;
    if (state.name === 'failed' && state.error?.type === 'connection_error') askAgain(flow);
  });
  when(page, 'settings', () => flow.host.requestUpdate());
  when(page, 'bank', (event) => {
    if (!(event instanceof News && event.from === flow)) flow.ask('glance');
  });

  // An element inherits its language: any `lang` on the way up may change.
  const languages = new MutationObserver(() => flow.host.requestUpdate());
  languages.observe(document, { attributeFilter: ['lang'], subtree: true });
  signal.addEventListener('abort', () => languages.disconnect());

  // Whatever was set while this was on its way.
  flow.host.requestUpdate();
}

/** Not configured yet is an error only once the page's own scripts have had their turn. */
function awaitSettings(flow: Listing, signal: AbortSignal): void {
  const { host } = flow;
  const missing = () => settingMissing(host.site || page.settings.site, host.api || page.settings.api);
  if (page.signedOut) happen(flow, { type: 'logout' });
  else if (document.readyState === 'complete') flow.fail(missing(), signal);
  else addEventListener('load', () => flow.session || flow.fail(missing(), signal), { once: true, signal });
}

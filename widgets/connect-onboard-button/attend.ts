/** What happens to the page while an element is on it. */
import { preflightAccountLink } from '../shared/preflight.ts';
import { page } from '../shared/settings.ts';
import { renewToken } from '../shared/token-age.ts';
import { News, takeIn } from './learn.ts';
import { FRESH_MS, type Onboarding } from './onboarding.ts';
import { retry, stay } from './start.ts';
import { canStart } from './transitions.ts';

/** Keeps up with what happens to the page, until the element leaves it. */
export function attend(flow: Onboarding, signal: AbortSignal): void {
  const when = (target: EventTarget, type: string, act: (event: Event) => void) =>
    target.addEventListener(type, act, { signal });

  when(window, 'pageshow', (event) => {
    if (!(event instanceof PageTransitionEvent && event.persisted)) return;
    stay(flow);
    flow.ask('glance');
  });
  when(window, 'online', () => {
    const { state } = flow;
    if (state.name === 'failed' && state.error?.type === 'connection_error') retry(flow);
  });
  when(document, 'visibilitychange', () => {
    if (!document.hidden && flow.state.name === 'ready') flow.ask('glance', FRESH_MS);
  });
  when(page, 'settings', () => flow.host.requestUpdate());
  when(flow.host, 'pointerenter', () => engage(flow, signal));
  when(flow.host, 'focusin', () => engage(flow, signal));
  when(page, 'account', (event) => {
    const isOurs = event instanceof News && event.session === flow.session && event.from !== flow;
    if (isOurs) takeIn(flow, event.account, 'load');
  });

  // An element inherits its language: any `lang` on the way up may change.
  const languages = new MutationObserver(() => flow.host.requestUpdate());
  languages.observe(document, { attributeFilter: ['lang'], subtree: true });
  signal.addEventListener('abort', () => languages.disconnect());

  // Whatever was set while this was on its way.
  flow.host.requestUpdate();
}

/** The person turns to the element: what would hold the click up is done now, so that the click is one request. */
async function engage(flow: Onboarding, signal: AbortSignal): Promise<void> {
  flow.engaged = true;
  const { session } = flow;
  if (!session || !canStart(flow.state)) return;
  await renewToken(session);
  await preflightAccountLink(session, signal);
}

/** What happens to the page while an element is on it. */

import { preflightAccountLink } from '../shared/account-link-api.ts';
import { keepUp, whenOn } from '../shared/keep-up.ts';
import { AccountNews } from '../shared/news.ts';
import { page } from '../shared/settings.ts';
import { renewToken } from '../shared/token-age.ts';
import { takeIn } from './learn.ts';
import { FRESH_MS, type Onboarding } from './onboarding.ts';
import { retry, stay } from './start.ts';
import { canStart } from './transitions.ts';

/** Keeps up with what happens to the page, until the element leaves it. */
export function attend(flow: Onboarding, signal: AbortSignal): void {
  const when = whenOn(signal);
  when(document, 'visibilitychange', () => {
    if (!document.hidden && flow.state.name === 'ready') flow.ask('glance', FRESH_MS);
  });
  when(flow.host, 'pointerenter', () => engage(flow, signal));
  when(flow.host, 'focusin', () => engage(flow, signal));
  when(page, 'account', (event) => {
    const isOurs = event instanceof AccountNews && event.session === flow.session && event.from !== flow;
    if (isOurs) takeIn(flow, event.account, 'load');
  });
  keepUp(flow, signal, {
    restored: () => {
      stay(flow);
      flow.ask('glance');
    },
    online: () => retry(flow),
  });
}

/** The person turns to the element: what would hold the click up is done now, so that the click is one request. */
async function engage(flow: Onboarding, signal: AbortSignal): Promise<void> {
  flow.engaged = true;
  const { session } = flow;
  if (!session || !canStart(flow.state)) return;
  await renewToken(session);
  await preflightAccountLink(session, signal);
}

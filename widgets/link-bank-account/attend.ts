/** What happens to the page while an element is on it. */
import { keepUp, whenOn } from '../shared/keep-up.ts';
import { News } from '../shared/news.ts';
import { page } from '../shared/settings.ts';
import { loadStripeJs } from '../shared/stripe-js.ts';
import { renewToken } from '../shared/token-age.ts';
import { endTurn, isTurnTaken } from '../shared/turn.ts';
import { conclude, follow, happen } from './learn.ts';
import type { Linking } from './linking.ts';
import { retry } from './start.ts';
import { canStart } from './transitions.ts';

const attended = new WeakSet<AbortSignal>();

/** Keeps up with what happens to the page, until the element leaves it. */
export function attend(flow: Linking, signal: AbortSignal): void {
  if (attended.has(signal)) return;
  attended.add(signal);
  keepUp(flow, signal, { restored: () => comeBack(flow, signal), online: () => retry(flow) });
  if (flow.guest) return;

  const when = whenOn(signal);
  when(page, 'bank', (event) => {
    // A failure in passing changes nothing that is shown.
    if (!(event instanceof News && event.from === flow)) follow(flow).catch(() => undefined);
  });
  for (const intent of ['pointerenter', 'focusin', 'pointerdown']) when(flow.host, intent, () => engage(flow));
}

/** The person turns to the element: what would hold the click up is done now. A failure shows when it is needed. */
function engage(flow: Linking): void {
  flow.engaged = true;
  const { session, state, host } = flow;
  if (!session || host.disabled || !canStart(state) || isTurnTaken()) return;
  loadStripeJs(page.settings.cspNonce).catch(() => undefined);
  renewToken(session);
}

/** Out of the browser's cache: requests that were under way have died, and a dialog may have. */
function comeBack(flow: Linking, signal: AbortSignal): void {
  const { state, session, host } = flow;
  // Where an answer may never arrive.
  endTurn();
  if (state.name === 'open' && session) {
    conclude(flow, session, state.session).catch((error) => flow.fail(error, signal));
  } else if (state.name === 'busy') {
    flow.work?.abort();
    flow.work = undefined;
    happen(flow, { type: 'settled' });
    host.requestUpdate();
  }
}

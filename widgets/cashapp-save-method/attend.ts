/** What happens to the page while an element is on it. */
import { keepUp, whenOn } from '../shared/keep-up.ts';
import { News } from '../shared/news.ts';
import { page } from '../shared/settings.ts';
import { loadStripeJs } from '../shared/stripe-js.ts';
import { renewToken } from '../shared/token-age.ts';
import { endTurn, isTurnTaken } from '../shared/turn.ts';
import { conclude, follow, happen } from './learn.ts';
import type { Saving } from './saving.ts';
import { retry } from './start.ts';
import { canStart, isSyncing } from './transitions.ts';

const attended = new WeakSet<AbortSignal>();

/** Keeps up with what happens to the page, until the element leaves it. */
export function attend(flow: Saving, signal: AbortSignal): void {
  if (attended.has(signal)) return;
  attended.add(signal);
  keepUp(flow, signal, { restored: () => comeBack(flow), online: () => retry(flow) });
  const when = whenOn(signal);
  when(document, 'visibilitychange', () => document.hidden || turnTo(flow));
  when(page, 'payment_methods', (event) => {
    // A failure in passing changes nothing that is shown.
    if (!(event instanceof News && event.from === flow)) follow(flow).catch(() => undefined);
  });
  for (const intent of ['pointerenter', 'focusin', 'pointerdown']) when(flow.host, intent, () => engage(flow));
}

/** The person turns to the element: what would hold the click up is done now. A failure shows when it is needed. */
function engage(flow: Saving): void {
  flow.engaged = true;
  const { session, state, host } = flow;
  if (!session || host.disabled || !canStart(state) || isTurnTaken()) return;
  loadStripeJs(page.settings.cspNonce).catch(() => undefined);
  renewToken(session);
}

/** Back from Cash App, by hand: what became of it is asked, also of an attempt that was given up here. */
function turnTo(flow: Saving): void {
  const { state, session, unsettled } = flow;
  if (state.name === 'open' && state.place.where === 'cashapp') endTurn();
  else if (session && unsettled && canStart(state)) conclude(flow, session, unsettled).catch(() => undefined);
}

/** Out of the browser's cache: requests that were under way have died, and a dialog may have. */
async function comeBack(flow: Saving): Promise<void> {
  const { state, session, host } = flow;
  if (state.name === 'open') endTurn();
  if (state.name !== 'busy') return;
  drop(flow);
  if (!isSyncing(state)) await happen(flow, { type: 'settled' });
  host.requestUpdate();
  await host.updateComplete;
  const { work } = flow;
  if (!isSyncing(state) || !session || !work) return;
  await conclude(flow, session, state.doing.setupIntent).catch((error) => flow.fail(error, work.signal));
}

function drop(flow: Saving): void {
  flow.work?.abort();
  flow.work = undefined;
}

/** What happens to the page while an element is on it. */
import { preflightCheckout } from '../shared/checkout-api.ts';
import { keepUp, whenOn } from '../shared/keep-up.ts';
import { page } from '../shared/settings.ts';
import { endTurn } from '../shared/turn.ts';
import type { Buying } from './buying.ts';
import type { Doing } from './flow.ts';
import { askInPassing, conclude, glance, happen } from './learn.ts';
import { prepare } from './pay-here.ts';
import { claim } from './returning.ts';
import { retry } from './start.ts';
import { canStart, isIdle } from './transitions.ts';

const attended = new WeakSet<AbortSignal>();

/** Keeps up with what happens to the page, until the element leaves it. */
export function attend(flow: Buying, signal: AbortSignal): void {
  if (attended.has(signal)) return;
  attended.add(signal);
  keepUp(flow, signal, { restored: () => comeBack(flow), online: () => retry(flow) });
  const when = whenOn(signal);
  when(document, 'visibilitychange', () => document.hidden || turnTo(flow));
  // A failure is told of by whoever has asked.
  when(page, 'checkout', () => isIdle(flow.state) && claim(flow).catch(() => undefined));
  for (const intent of ['pointerenter', 'focusin', 'pointerdown']) when(flow.host, intent, () => engage(flow, signal));
}

/** The person turns to the element: what would hold the click up is done now. A failure shows when it is needed. */
function engage(flow: Buying, signal: AbortSignal): void {
  flow.engaged = true;
  const { session, state, host } = flow;
  if (!session || host.disabled || !canStart(state)) return;
  preflightCheckout(session, signal);
  if (host.presentation === 'inline') prepare();
}

/** Somebody looks at the page again. */
function turnTo(flow: Buying): void {
  if (flow.state.name === 'unavailable') askInPassing(flow);
  else glance(flow);
}

/** Out of the browser's cache: requests that were under way have died, and Checkout in the page may have. */
async function comeBack(flow: Buying): Promise<void> {
  const { state, unsettled } = flow;
  // Whoever shows it asks what became of it.
  if (state.name === 'open') endTurn(flow.turn);
  else if (state.name === 'busy') await resume(flow, state.doing);
  // The browser took its time to leave, and then it did.
  else if (state.name === 'ready' && !state.note && unsettled) await conclude(flow, unsettled);
  else turnTo(flow);
}

async function resume(flow: Buying, doing: Doing): Promise<void> {
  const { host, unsettled } = flow;
  flow.work?.abort();
  flow.work = undefined;
  const begins = doing.what === 'load' || (doing.what === 'sync' && page.checkoutReturn);
  if (begins) await flow.to(flow.initial);
  host.requestUpdate();
  await host.updateComplete;
  const id = doing.what === 'sync' ? doing.id : unsettled;
  if (begins) return;
  if (id) await conclude(flow, id);
  else await happen(flow, { type: 'settled' });
}

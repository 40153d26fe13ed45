/** What a click leads to. */
import { asInlayError, notConfigured } from '../shared/errors.ts';
import { isFramed } from '../shared/in-app-browser.ts';
import { page } from '../shared/settings.ts';
import { attemptFor, isUncertain } from './attempt.ts';
import { attend } from './attend.ts';
import { take, wrongWith } from './begin.ts';
import type { Buying } from './buying.ts';
import { checkoutRequest } from './checkout-request.ts';
import { askAnew, conclude, glance, happen } from './learn.ts';
import { leavePage } from './leave-page.ts';
import { payHere } from './pay-here.ts';
import { claim } from './returning.ts';
import { canStart } from './transitions.ts';

/** What a click does: it makes an attempt, unless there is something to read again. */
export async function start(flow: Buying): Promise<void> {
  // Added to its host in the same breath: the host's update finds out whom to ask.
  if (!flow.work) await flow.host.updateComplete;
  if (flow.state.name === 'failed' && flow.state.again.what !== 'start') return retry(flow);
  if (!flow.work) return;
  attend(flow, flow.work.signal);
  const wrong = wrongWith(flow);
  if (wrong) return flow.fail(wrong, flow.work.signal);
  // By a script of the page's, before it is known whether there is anything to start.
  if (flow.state.name === 'loading') await take(flow);
  if (canStart(flow.state)) await buy(flow);
}

async function buy(flow: Buying): Promise<void> {
  const { host, work } = flow;
  const body = checkoutRequest(host, location.href, isFramed());
  if (!body) return flow.fail(notConfigured(`return-path "${host.returnPath}" is not an address.`), work?.signal);
  flow.attempt = attemptFor(body, flow.attempt);
  flow.unsettled = undefined;
  host.emit('start');
  happen(flow, { type: 'started' });
  try {
    await (body.presentation === 'inline' ? payHere(flow, flow.attempt) : leavePage(flow, flow.attempt));
  } catch (error) {
    if (!isUncertain(asInlayError(error)) && !work?.signal.aborted) flow.attempt = undefined;
    await flow.fail(error, work?.signal);
  }
}

/** Reads again what could not be read; but an attempt is made by a click only. */
export async function retry(flow: Buying): Promise<void> {
  const { state, work } = flow;
  if (state.name !== 'failed') return;
  const wrong = wrongWith(flow);
  if (wrong) return flow.fail(wrong, work?.signal);
  const { again } = state;
  if (again.what === 'start') return happen(flow, { type: 'settled' });
  happen(flow, { type: 'retry' });
  if (again.what === 'load') return askAnew(flow);
  return again.returned ? claimAgain(flow) : conclude(flow, again.id);
}

async function claimAgain(flow: Buying): Promise<void> {
  const { work } = flow;
  try {
    if ((await claim(flow)) || work?.signal.aborted) return;
    // It is another element's, which has had to do without so far.
    await happen(flow, { type: 'settled' });
    page.dispatchEvent(new Event('checkout'));
    await flow.ask();
  } catch (error) {
    await flow.fail(error, work?.signal);
  }
}

/** Asks the Worker again for what is shown; what is not settled is looked at in passing. */
export async function refresh(flow: Buying): Promise<void> {
  const { state, work } = flow;
  const wrong = wrongWith(flow);
  if (wrong) return flow.fail(wrong, work?.signal);
  if (state.name === 'failed' && state.again.what === 'sync') return retry(flow);
  await Promise.all([glance(flow), state.name === 'bought' || state.name === 'open' || askAnew(flow)]);
}

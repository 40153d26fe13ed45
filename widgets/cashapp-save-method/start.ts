/** What a click leads to. */
import type { SetupTerms } from '../../worker/contract.ts';
import { notConfigured } from '../shared/errors.ts';
import { InlayError } from '../shared/inlay-error.ts';
import { missing } from '../shared/keep-up.ts';
import { page } from '../shared/settings.ts';
import { readSetupTerms } from '../shared/setup-terms.ts';
import { endTurn, isTurnTaken } from '../shared/turn.ts';
import { voiceOf } from '../shared/voice.ts';
import { returnUrl } from './addresses.ts';
import { agreement } from './agreement.ts';
import { attempt } from './attempt.ts';
import { attend } from './attend.ts';
import { conclude, happen, knowTerms, learn } from './learn.ts';
import { isPhone, placeOf, wayOf } from './presentation.ts';
import type { Saving } from './saving.ts';
import { againOf, canStart } from './transitions.ts';

/** A browser that has not left the page by then will not. */
const LEAVING_MS = 15_000;

/**
 * What a click does: it makes an attempt, unless there is an outcome to read again.
 * @param seen the terms that were shown at that moment
 */
export async function start(flow: Saving, seen: SetupTerms | null): Promise<void> {
  // Added to its host in the same breath: the host's update finds out who asks.
  if (!flow.work) await flow.host.updateComplete;
  if (flow.state.name === 'pending') return retry(flow);
  if (flow.state.name === 'failed' && flow.state.again.what !== 'start') return retry(flow);
  if (!seen && (await mustRead(flow))) return;
  const { state, work } = flow;
  if (!work || !canStart(state) || isTurnTaken()) return;
  attend(flow, work.signal);
  await open(flow);
}

/** Terms that come only now, after a script of the page's has called say, have not been seen: nobody agrees to them yet. */
async function mustRead(flow: Saving): Promise<boolean> {
  const { terms, name } = flow.state;
  if (!terms && (name === 'loading' || name === 'ready' || name === 'failed')) await flow.ask();
  return flow.state.terms?.required !== false;
}

async function open(flow: Saving): Promise<void> {
  const { state, host, session, work } = flow;
  if (!session || !work) return;
  const { signal } = work;
  const address = returnUrl(host.returnPath, location.href);
  if (!address) return flow.fail(notConfigured(`return-path "${host.returnPath}" is not an address.`), signal);
  const phone = isPhone(navigator);
  const way = wayOf(host.presentation, phone);
  const place = placeOf(way, phone);
  const focused = document.activeElement === host;
  flow.unsettled = undefined;
  host.emit('start');
  happen(flow, { type: 'started' });
  try {
    const { setupIntent, hint } = await attempt(session, agreement(state.terms, voiceOf(host).lang()), {
      way,
      place,
      returnUrl: address,
      locale: host.locale,
      nonce: page.settings.cspNonce,
      signal,
      opened: (setupIntent) => {
        happen(flow, { type: 'opened', setupIntent, place });
        setTimeout(() => stay(flow, setupIntent), LEAVING_MS);
      },
      late: (setupIntent) => conclude(flow, session, setupIntent).catch(() => undefined),
      show: (code) => happen(flow, { type: 'code', code }),
      go: (url) => location.assign(url),
    });
    // Stripe's dialog leaves the focus on nothing.
    if (focused && document.activeElement === document.body) host.focus();
    await conclude(flow, session, setupIntent, hint);
  } catch (error) {
    if (error instanceof InlayError && error.code === 'terms_not_accepted' && !signal.aborted) {
      // The site has changed them in the meantime: what is shown next are the new ones.
      await readSetupTerms(session, signal).then(
        (terms) => learn(flow, terms),
        () => undefined,
      );
    }
    await flow.fail(error, signal);
  }
}

/** The browser never left: the button works again, and whatever the person still does in Cash App is not lost. */
function stay(flow: Saving, setupIntent: string): void {
  const { state } = flow;
  const leaving = state.name === 'open' && state.setupIntent === setupIntent && state.place.where === 'cashapp';
  if (!leaving || document.hidden) return;
  happen(flow, { type: 'settled' });
  endTurn();
}

/** Reads again what could not be read; but an attempt is made by a click only. */
export async function retry(flow: Saving): Promise<void> {
  const { state, session, work } = flow;
  if (state.name !== 'failed' && state.name !== 'pending') return;
  if (!session || !work) return flow.fail(missing(flow.host), work?.signal);
  const again = againOf(state);
  if (again.what === 'start') return happen(flow, { type: 'settled' });
  happen(flow, { type: 'retry' });
  if (again.what === 'load') return flow.ask();
  try {
    await conclude(flow, session, again.setupIntent);
    await knowTerms(flow);
  } catch (error) {
    await flow.fail(error, work.signal);
  }
}

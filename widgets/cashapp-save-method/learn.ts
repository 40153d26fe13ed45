/** Takes in what the Worker said, and tells the host page and the other elements of it. */
import type { SetupTerms } from '../../worker/contract.ts';
import { InlayError } from '../shared/inlay-error.ts';
import { failWith } from '../shared/keep-up.ts';
import { lookOn } from '../shared/look-on.ts';
import { News } from '../shared/news.ts';
import { listPaymentMethods } from '../shared/payment-api.ts';
import { page, type Session } from '../shared/settings.ts';
import { syncSetupIntent } from '../shared/setup-api.ts';
import { readSetupTerms } from '../shared/setup-terms.ts';
import type { Saving } from './saving.ts';
import { type Happening, isReturned, isWaitingFor, next } from './transitions.ts';
import { type Hint, type Verdict, verdictOf } from './verdict.ts';

export function happen(flow: Saving, happening: Happening): Promise<void> {
  return flow.to(next(flow.state, happening));
}

export function learn(flow: Saving, terms: SetupTerms): Promise<void> {
  return happen(flow, { type: 'terms', terms });
}

/** What the person agrees to, where that was not asked before; a failure is told of when it is needed. */
export async function knowTerms(flow: Saving): Promise<void> {
  const { session, work, state } = flow;
  if (!session || !work || state.terms) return;
  const terms = await readSetupTerms(session, work.signal).catch(() => null);
  if (terms && !work.signal.aborted) await learn(flow, terms);
}

/**
 * An attempt is over: reads from the Worker what became of it, and tells of it. An element that is gone by now tells nobody,
 * but the method is kept all the same.
 */
export async function conclude(
  flow: Saving,
  session: Session,
  setupIntent: string,
  hint: Hint | null = null,
): Promise<void> {
  // Somebody else is signed in by now.
  if (flow.host.session !== session) return;
  if (isWaitingFor(flow.state, setupIntent)) happen(flow, { type: 'closed', setupIntent });
  try {
    await takeIn(flow, session, setupIntent, await readVerdict(session, setupIntent, hint));
  } catch (error) {
    if (!(error instanceof InlayError && error.code === 'resource_missing' && isReturned(flow.state))) throw error;
    // Anybody can write an address: one that leads to nothing is nothing.
    console.warn(`[inlay] <${flow.host.localName}> The setup_intent in the page’s address is not this person’s.`);
    await happen(flow, { type: 'settled' });
  }
}

async function readVerdict(session: Session, setupIntent: string, hint: Hint | null = null): Promise<Verdict> {
  return verdictOf(await syncSetupIntent(session, setupIntent, new AbortController().signal), hint);
}

async function takeIn(flow: Saving, session: Session, setupIntent: string, verdict: Verdict): Promise<void> {
  const { host } = flow;
  if (verdict.is === 'saved') page.dispatchEvent(new News('payment_methods', flow));
  if (flow.session !== session || !flow.work) return;
  const waiting = isWaitingFor(flow.state, setupIntent);
  if (flow.unsettled === setupIntent) flow.unsettled = undefined;
  switch (verdict.is) {
    case 'saved': {
      const { paymentMethod } = verdict;
      if (!waiting && flow.state.paymentMethod?.id === paymentMethod.id) return;
      await happen(flow, { type: 'saved', setupIntent, paymentMethod });
      host.emit('change', { paymentMethod });
      host.emit('success', { paymentMethod });
      return;
    }
    case 'processing':
      if (!waiting) return;
      await happen(flow, { type: 'processing', setupIntent });
      lookOn(flow, () => lookAgain(flow, session, setupIntent));
      return;
    case 'left':
      if (verdict.open) flow.unsettled = setupIntent;
      if (!waiting) return;
      await happen(flow, { type: 'settled' });
      host.emit('cancel');
      return;
    case 'failed':
      if (waiting) throw verdict.error;
  }
}

/** @returns whether it is still not settled */
async function lookAgain(flow: Saving, session: Session, setupIntent: string): Promise<boolean> {
  const isPending = () => flow.state.name === 'pending' && isWaitingFor(flow.state, setupIntent);
  if (!isPending()) return false;
  // A failure in passing changes nothing that is shown.
  const verdict = await readVerdict(session, setupIntent).catch((): Verdict => ({ is: 'processing' }));
  if (verdict.is === 'processing' || !isPending()) return isPending();
  await takeIn(flow, session, setupIntent, verdict).catch((error) => flow.fail(error, flow.work?.signal));
  return false;
}

/** Another element has changed something: what was saved here may be gone, and the terms accepted. */
export async function follow(flow: Saving): Promise<void> {
  const { host, session, work, state } = flow;
  if (!session || !work) return;
  if (state.name === 'ready' && state.terms?.required) await flow.ask();
  const { paymentMethod } = flow.state;
  if (!paymentMethod) return;
  const { data } = await listPaymentMethods(session, work.signal);
  const isSaved = data.some(({ id }) => id === paymentMethod.id);
  if (work.signal.aborted || isSaved || flow.state.paymentMethod?.id !== paymentMethod.id) return;
  await happen(flow, { type: 'removed' });
  host.emit('change', { paymentMethod: null });
}

export function fail(flow: Saving, cause: unknown): Promise<void> {
  return failWith(flow, cause, (error) => happen(flow, { type: 'error', error }));
}

/** What the buttons of a method do. */
import type { PaymentMethod } from '../../worker/contract.ts';
import { sentence } from '../shared/errors.ts';
import { InlayError } from '../shared/inlay-error.ts';
import { failWith } from '../shared/keep-up.ts';
import { News } from '../shared/news.ts';
import { removePaymentMethod } from '../shared/payment-api.ts';
import { page } from '../shared/settings.ts';
import { focusItem } from './focus.ts';
import { emitChange, happen, tell } from './learn.ts';
import { removalWords } from './messages/words.ts';
import type { MethodList } from './method-list.ts';
import { nameOf } from './method-row.ts';
import type { Press, Removal } from './removal.ts';

export async function press(flow: MethodList, method: PaymentMethod, press: Press): Promise<void> {
  // A press may arrive late: its button is gone by now, or has begun what it does.
  if (flow.removals.get(method.id)?.name === 'busy' || !isListed(flow, method)) return;
  if (flow.host.disabled && press !== 'keep') return;
  switch (press) {
    case 'keep':
      flow.removals.delete(method.id);
      flow.host.requestUpdate();
      return;
    case 'confirm':
      await setRemoval(flow, method, { name: 'confirming' });
      return focusItem(flow, method.id);
    case 'remove':
      return remove(flow, method);
  }
}

/** Safe to repeat: what is gone already is gone. */
async function remove(flow: MethodList, method: PaymentMethod): Promise<void> {
  const { session, work } = flow;
  if (!session || !work) return;
  flow.said = '';
  setRemoval(flow, method, { name: 'busy' });
  try {
    await removePaymentMethod(session, method.id, work.signal);
  } catch (cause) {
    if (work.signal.aborted || !isListed(flow, method)) return;
    if (!isMissing(cause)) return failWith(flow, cause, (error) => showFailure(flow, method, error));
  }
  if (work.signal.aborted) return;
  flow.changes++;
  if (isListed(flow, method)) await takeAway(flow, method);
  page.dispatchEvent(new News('payment_methods', flow));
}

async function takeAway(flow: MethodList, method: PaymentMethod): Promise<void> {
  flow.removals.delete(method.id);
  tell(flow, removalWords.of(flow.host)('removed', { method: nameOf(method) }));
  await happen(flow, { type: 'removed', id: method.id });
  emitChange(flow);
}

async function showFailure(flow: MethodList, method: PaymentMethod, error: InlayError): Promise<void> {
  tell(flow, sentence(error, flow.host));
  await setRemoval(flow, method, { name: 'failed', error });
}

async function setRemoval(flow: MethodList, { id }: PaymentMethod, removal: Removal): Promise<void> {
  flow.removals.set(id, removal);
  flow.host.requestUpdate();
  await flow.host.updateComplete;
}

/** The list may have been faster, and has told of it then. */
function isListed({ state }: MethodList, { id }: PaymentMethod): boolean {
  return !!state.methods?.some((method) => method.id === id);
}

function isMissing(cause: unknown): boolean {
  return cause instanceof InlayError && cause.code === 'resource_missing';
}

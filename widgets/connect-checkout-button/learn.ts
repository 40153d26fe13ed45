/** Takes in what the Worker said, and tells the host page of it. */
import type { CheckoutSession } from '../../worker/contract.ts';
import { readCheckoutSession } from '../shared/checkout-api.ts';
import { readMerchant } from '../shared/checkout-merchant.ts';
import { asInlayError } from '../shared/errors.ts';
import { InlayError } from '../shared/inlay-error.ts';
import { failWith } from '../shared/keep-up.ts';
import { lookOn } from '../shared/look-on.ts';
import { endTurn } from '../shared/turn.ts';
import type { Buying } from './buying.ts';
import type { Note } from './flow.ts';
import { type Happening, next } from './transitions.ts';

export function happen(flow: Buying, happening: Happening): Promise<void> {
  return flow.to(next(flow.state, happening));
}

export function learn(flow: Buying, able: boolean): Promise<void> {
  return happen(flow, { type: 'merchant', able });
}

/** The person is back: asks the Worker what became of it. @param problem what went wrong with it, where it is still open */
export async function conclude(flow: Buying, id: string, problem: InlayError | null = null): Promise<void> {
  const { session, work } = flow;
  if (!session || !work) return;
  await happen(flow, { type: 'closed', id });
  try {
    const checkoutSession = await readCheckoutSession(session, id, work.signal);
    work.signal.throwIfAborted();
    if (problem && checkoutSession.outcome === 'open') throw problem;
    await takeIn(flow, checkoutSession);
  } catch (error) {
    await flow.fail(error, work.signal);
  }
}

/** Shows what became of a session. Only what the Worker has read from Stripe is success. */
export async function takeIn(flow: Buying, checkoutSession: CheckoutSession): Promise<void> {
  const { host } = flow;
  const { id, outcome } = checkoutSession;
  flow.unsettled = outcome === 'open' || outcome === 'processing' ? id : undefined;
  switch (outcome) {
    case 'open':
    case 'expired':
      return leave(flow, outcome);
    case 'processing':
      await happen(flow, { type: 'bought', checkoutSession });
      host.emit('change', { checkoutSession });
      return lookOn(flow, () => glance(flow));
    case 'paid':
      await happen(flow, { type: 'bought', checkoutSession });
      host.emit('change', { checkoutSession });
      host.emit('success', { checkoutSession });
      return;
    case 'failed': {
      const declined = new InlayError('checkout_declined', `Stripe: the payment of ${id} has failed.`, 'stripe_error');
      await failWith(flow, declined, async (error) => {
        await happen(flow, { type: 'error', error, checkoutSession });
        host.emit('change', { checkoutSession });
      });
    }
  }
}

/** Nothing was submitted. */
export async function leave(flow: Buying, note: Note): Promise<void> {
  await happen(flow, { type: 'left', note });
  flow.host.emit('cancel');
}

/**
 * A look in passing at what is not settled: what is still open, or cannot be read, changes nothing that is shown.
 *
 * @returns whether there is still something to wait for
 */
export async function glance(flow: Buying): Promise<boolean> {
  const { session, work, unsettled: id } = flow;
  const isBusy = () => flow.state.name === 'busy';
  if (!session || !work || !id || isBusy()) return false;
  const read = await readCheckoutSession(session, id, work.signal).catch(() => null);
  if (work.signal.aborted || flow.unsettled !== id || isBusy()) return false;
  const { state } = flow;
  const { outcome } = read ?? {};
  if (!read || outcome === 'open' || (outcome === 'processing' && state.name === 'bought')) return true;
  // Whoever shows it in the page notices, and asks what became of it.
  if (state.name === 'open') endTurn(flow.turn);
  // The person was told before that they had not completed it.
  else if (outcome === 'expired') flow.unsettled = undefined;
  else await takeIn(flow, read);
  return false;
}

/** The same in passing: a failure changes nothing that is shown. */
export async function askInPassing(flow: Buying): Promise<void> {
  const { session, work, host } = flow;
  if (!session || !work) return;
  forgetMerchants(flow);
  const merchant = await readMerchant(session, `${host.merchant}`).catch(() => null);
  if (merchant && !work.signal.aborted) await learn(flow, merchant.charges_enabled);
}

/** A merchant who cannot sell after all is no error. */
export function fail(flow: Buying, cause: unknown): Promise<void> {
  const error = asInlayError(cause);
  const show = () => happen(flow, { type: 'error', error });
  if (error.code !== 'merchant_not_ready') return failWith(flow, error, show);
  forgetMerchants(flow);
  return show();
}

/** Asks the Worker whether the merchant can sell, whatever an element of the page knows of it. */
export function askAnew(flow: Buying): Promise<void> {
  forgetMerchants(flow);
  return flow.ask();
}

function forgetMerchants({ session }: Buying): void {
  if (session) session.merchants = undefined;
}

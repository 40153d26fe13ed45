/** Checkout in the page, as a part of buying. The code for it is loaded when somebody means to pay there. */
import { createCheckoutSession } from '../shared/checkout-api.ts';
import { ended } from '../shared/ended.ts';
import { page } from '../shared/settings.ts';
import { endTurn, takeTurn } from '../shared/turn.ts';
import type { Attempt } from './attempt.ts';
import type { Buying } from './buying.ts';
import { conclude, happen, leave } from './learn.ts';

const inPlace = () => import('./in-place.ts');

/** Loads what the person would have to wait for. A failure shows when it is needed. */
export async function prepare(): Promise<void> {
  await inPlace()
    .then(({ loadStripeJs }) => loadStripeJs(page.settings.cspNonce))
    .catch(() => undefined);
}

/** What stands in the page already gives way to this one, and its element asks what became of it. */
export async function payHere(flow: Buying, { key, body }: Attempt): Promise<void> {
  const { session, work, host } = flow;
  if (!session || !work) return;
  const turn = takeTurn('checkout');
  flow.turn = turn;
  const over = AbortSignal.any([turn.signal, work.signal]);
  try {
    const script = inPlace().then(({ loadStripeJs }) => loadStripeJs(page.settings.cspNonce));
    const begun = Promise.all([createCheckoutSession(session, body, key, work.signal), inPlace(), script]);
    const ready = await Promise.race([begun, ended(over)]);
    work.signal.throwIfAborted();
    if (!ready) return await leave(flow, 'open');
    const [made, { show }, create] = ready;
    flow.attempt = undefined;
    flow.unsettled = made.id;
    const problem = await show(create, made, host, over, () => happen(flow, { type: 'opened', id: made.id }));
    work.signal.throwIfAborted();
    await conclude(flow, made.id, problem);
  } finally {
    endTurn(turn);
  }
}

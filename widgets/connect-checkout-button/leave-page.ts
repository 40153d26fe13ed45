/** On the way to Stripe's page. */
import { isFollowable } from '../shared/addresses.ts';
import { createCheckoutSession } from '../shared/checkout-api.ts';
import { InlayError } from '../shared/inlay-error.ts';
import type { Attempt } from './attempt.ts';
import type { Buying } from './buying.ts';
import { happen } from './learn.ts';

/** A browser that has not left the page by then will not. */
const LEAVING_MS = 15_000;

export async function leavePage(flow: Buying, { key, body }: Attempt): Promise<void> {
  const { session, work } = flow;
  if (!session || !work) return;
  const { id, url } = await createCheckoutSession(session, body, key, work.signal);
  work.signal.throwIfAborted();
  flow.attempt = undefined;
  if (!isFollowable(url ?? '')) throw new InlayError('checkout_failed', 'The address of Checkout is not https.');
  flow.unsettled = id;
  const { state: leaving } = flow;
  setTimeout(() => flow.state === leaving && happen(flow, { type: 'settled' }), LEAVING_MS);
  location.assign(`${url}`);
}

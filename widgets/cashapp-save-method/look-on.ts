/** Keeps an eye on what Stripe has not settled yet: less and less often, and not for ever. */
import { Patience } from '../shared/patience.ts';
import type { Saving } from './saving.ts';

const looking = new WeakMap<Saving, AbortController>();

/** @param look answers whether there is still something to wait for */
export function lookOn(flow: Saving, look: () => Promise<boolean>): void {
  const { work } = flow;
  if (!work) return;
  looking.get(flow)?.abort();
  const end = new AbortController();
  looking.set(flow, end);
  // Whoever waits longer than that can ask with the button.
  new Patience(look, () => undefined, AbortSignal.any([work.signal, end.signal])).begin();
}

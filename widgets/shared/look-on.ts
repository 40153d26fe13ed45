/** Keeps an eye on what Stripe has not settled yet: less and less often, and not for ever. */
import { Patience } from './patience.ts';

const looking = new WeakMap<object, AbortController>();

/** @param look answers whether there is still something to wait for */
export function lookOn(flow: { readonly work: AbortController | undefined }, look: () => Promise<boolean>): void {
  const { work } = flow;
  if (!work) return;
  looking.get(flow)?.abort();
  const end = new AbortController();
  looking.set(flow, end);
  // Whoever waits longer than that can ask again.
  new Patience(look, () => undefined, AbortSignal.any([work.signal, end.signal])).begin();
}

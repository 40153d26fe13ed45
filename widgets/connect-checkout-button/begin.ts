/** How an element begins, once its first render is done: with a return from Checkout, or waiting for settings. */
import { notConfigured } from '../shared/errors.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import { afterPage, missing } from '../shared/keep-up.ts';
import { type CheckoutReturn, page } from '../shared/settings.ts';
import { attend } from './attend.ts';
import type { Buying } from './buying.ts';
import { problemOf } from './checkout-request.ts';
import { initial } from './flow.ts';
import { happen } from './learn.ts';
import { claim } from './returning.ts';
import { isIdle } from './transitions.ts';

export function begin(flow: Buying, signal: AbortSignal): void {
  if (signal.aborted) return;
  attend(flow, signal);
  if (wrongWith(flow)) {
    afterPage(signal, () => {
      const wrong = wrongWith(flow);
      if (wrong) flow.fail(wrong, signal);
    });
  } else take(flow);
}

/** What keeps the element from asking for anything. */
export function wrongWith({ session, host }: Buying): InlayError | null {
  if (!session) return missing(host);
  const problem = problemOf(host);
  return problem === null ? null : notConfigured(problem);
}

/** Who says, for all elements of the page, that nobody knows what became of a return. */
const speakers = new WeakMap<CheckoutReturn, Buying>();

/** One element of the page takes up a return; the others begin as ever. */
export async function take(flow: Buying): Promise<void> {
  const { work } = flow;
  try {
    if (await claim(flow)) return;
  } catch (error) {
    if (work?.signal.aborted) return;
    const back = page.checkoutReturn;
    if (back && 'session' in back && !speakers.has(back)) {
      speakers.set(back, flow);
      happen(flow, { type: 'closed', id: back.session, returned: true });
      return flow.fail(error, work?.signal);
    }
  }
  // Again: the page may have named another merchant since the first question, and else the answer is known.
  if (work === flow.work && (flow.state === initial || isIdle(flow.state))) await flow.ask();
}

import type { CheckoutMerchant } from '../../worker/contract.ts';
import { ask } from './public-api.ts';
import type { Session } from './settings.ts';

/**
 * Whether a merchant can sell, asked once for all elements of the page, whichever of them are still there to hear the answer.
 * All that is asked before a click, and so apart from `checkout-api.ts`.
 */
export function readMerchant(session: Session, id: string): Promise<CheckoutMerchant> {
  session.merchants ??= {};
  const { merchants } = session;
  const path = `checkout/merchants/${encodeURIComponent(id)}`;
  // Never given up.
  merchants[path] ??= ask(session, path, AbortSignal.any([]));
  // A failure is not kept: the next one who needs to know asks again.
  merchants[path].catch(() => {
    merchants[path] = undefined;
  });
  return merchants[path];
}

/** What the elements ask about Checkout, but for `checkout-merchant.ts`. Nobody need be signed in. */
import type { CheckoutSession, CheckoutSessionRequest, NewCheckoutSession } from '../../worker/contract.ts';
import { askAhead } from './ask-ahead.ts';
import { ask } from './public-api.ts';
import type { Session } from './settings.ts';

/** The same `key` and body lead to the same session. */
export function createCheckoutSession(
  session: Session,
  body: CheckoutSessionRequest,
  key: string,
  signal: AbortSignal,
): Promise<NewCheckoutSession> {
  return ask(session, 'checkout/sessions', signal, body, { 'Idempotency-Key': key });
}

/** What became of a session. */
export function readCheckoutSession(session: Session, id: string, signal: AbortSignal): Promise<CheckoutSession> {
  return ask(session, `checkout/sessions/${encodeURIComponent(id)}`, signal);
}

/** Makes nothing: see `askAhead`. */
export function preflightCheckout(session: Session, signal: AbortSignal): Promise<void> {
  return askAhead(session, 'checkout/sessions', signal, async () => ({}));
}

/** What is asked about saving a payment method. */
import type { SetupIntent, SetupIntentRequest, SetupOutcome } from '../../worker/contract.ts';
import { request } from './api.ts';
import type { Session } from './settings.ts';

/** A new attempt, each time. */
export function createSetupIntent(
  session: Session,
  body: SetupIntentRequest,
  signal: AbortSignal,
): Promise<SetupIntent> {
  return request(session, 'setup_intents', signal, body);
}

/** Has the Worker read from Stripe what became of an attempt. One of somebody else is `resource_missing`. */
export function syncSetupIntent(session: Session, id: string, signal: AbortSignal): Promise<SetupOutcome> {
  return request(session, `setup_intents/${encodeURIComponent(id)}/sync`, signal, {});
}

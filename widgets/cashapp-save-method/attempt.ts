/** One attempt to save: SetupIntent and script fetched side by side, the person sent to Cash App, the end waited for. */
import type { SetupIntentRequest } from '../../worker/contract.ts';
import type { Session } from '../shared/settings.ts';
import { createSetupIntent } from '../shared/setup-api.ts';
import { loadStripeJs, stripeFor } from '../shared/stripe-js.ts';
import { endTurn, takeTurn } from '../shared/turn.ts';
import { type Confirming, confirm } from './confirm.ts';
import type { Place } from './flow.ts';
import type { Hint } from './verdict.ts';

export interface Ended {
  /** `seti_…`; what became of it only the Worker can say. */
  readonly setupIntent: string;
  readonly hint: Hint | null;
}

interface How extends Omit<Confirming, 'over' | 'late'> {
  readonly locale: string;
  readonly nonce: string | undefined;
  readonly place: Place;
  /** Aborts when the element is gone. Stripe's dialog cannot be closed, and stays. */
  readonly signal: AbortSignal;
  readonly opened: (setupIntent: string) => void;
  readonly late: (setupIntent: string) => void;
}

export async function attempt(session: Session, body: SetupIntentRequest, how: How): Promise<Ended> {
  const turn = takeTurn();
  try {
    const [made, create] = await Promise.all([createSetupIntent(session, body, how.signal), loadStripeJs(how.nonce)]);
    how.signal.throwIfAborted();
    how.opened(made.id);
    const over = how.place.where === 'dialog' ? turn.signal : AbortSignal.any([turn.signal, how.signal]);
    const late = () => how.late(made.id);
    const hint = await confirm(() => stripeFor(create, made.publishable_key, how.locale), made, { ...how, over, late });
    return { setupIntent: made.id, hint };
  } finally {
    endTurn(turn);
  }
}

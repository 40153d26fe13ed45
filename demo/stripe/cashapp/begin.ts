/** Begins an attempt, which ends by the clock if nobody decides. */
import type Stripe from 'stripe';
import type { Store, World } from '../world.ts';
import { decide } from './decide.ts';
import { openSession, PAYMENT_LIVES, SETUP_LIVES } from './session.ts';

export function begin(
  world: World,
  store: Store,
  intent: { id: string; object: 'payment_intent' | 'setup_intent'; client_secret: string | null },
  method: string,
  returnUrl: string | null,
  acceptance: Stripe.Mandate.CustomerAcceptance,
): void {
  const session = openSession(
    world,
    { store, intent: intent.id, clientSecret: intent.client_secret ?? '', method, returnUrl, acceptance },
    intent.object === 'setup_intent' ? SETUP_LIVES : PAYMENT_LIVES,
  );
  world.later(session.endsAt, () => decide(world, session, 'expired'));
}

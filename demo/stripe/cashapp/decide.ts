/** What the person, or the clock, decides about an attempt: the same for pages, controls and time. */
import { STRIPE_ITSELF } from '../events/event.ts';
import { paymentAuthorized, paymentRefused } from '../payment_intents/outcome.ts';
import { ATTEMPT_EXPIRED, AUTHENTICATION_FAILED, setupFailed, setupSucceeded } from '../setup_intents/outcome.ts';
import type { World } from '../world.ts';
import { withBuyer } from './buyer.ts';
import type { CashappSession } from './session.ts';

export type Decision = 'approved' | 'declined' | 'expired';

/** An attempt is decided once; afterwards nothing changes it. */
export function decide(world: World, session: CashappSession, decision: Decision): void {
  if (session.status !== 'open') return;
  const { store, intent: id, acceptance } = session;
  const method = store.paymentMethods.get(session.method);
  if (!method) return;
  const setup = store.setupIntents.get(id);
  const payment = store.paymentIntents.get(id);
  const customer = setup?.customer ?? payment?.customer;
  // Nobody is there any more whom it could be saved for.
  const possible =
    decision === 'approved' && customer && store.customers.get(customer)?.deleted ? 'declined' : decision;
  session.status = possible;
  switch (possible) {
    case 'approved':
      if (setup) {
        const owned = withBuyer(store, method, setup.customer);
        setupSucceeded(world, store, setup, owned, acceptance, STRIPE_ITSELF);
      }
      if (payment) {
        const owned = withBuyer(store, method, payment.customer);
        paymentAuthorized(world, store, payment, owned, acceptance, STRIPE_ITSELF);
      }
      return;
    case 'declined':
      if (setup) setupFailed(world, store, setup, method, AUTHENTICATION_FAILED, STRIPE_ITSELF);
      if (payment) paymentRefused(world, store, payment, method, 'payment_intent_authentication_failure');
      return;
    case 'expired':
      if (setup) setupFailed(world, store, setup, method, ATTEMPT_EXPIRED, STRIPE_ITSELF);
      if (payment) paymentRefused(world, store, payment, method, 'payment_intent_payment_attempt_expired');
      return;
  }
}

import { accountObject } from './accounts/account.ts';
import { feeNamed } from './application_fees/fee.ts';
import { shownPayment } from './payment_intents/payment_intent.ts';
import { shownSetup } from './setup_intents/setup_intent.ts';
import type { Store, World } from './world.ts';

/** The object an id stands for, where an expansion asks for it. */
export function find(world: World, store: Store, id: string): object | undefined {
  if (id.startsWith('acct_')) {
    const connected =
      store.accounts.get(id) ??
      (store.platform ? world.store(store.platform, store.livemode).accounts.get(id) : undefined);
    return connected && accountObject(connected, world.now());
  }
  if (id.startsWith('fee_')) return feeNamed(world, store, id);
  const setup = store.setupIntents.get(id);
  if (setup) return shownSetup(world, setup);
  const payment = store.paymentIntents.get(id);
  if (payment) return shownPayment(world, payment);
  return (
    store.customers.get(id) ??
    store.products.get(id) ??
    store.prices.get(id) ??
    store.ownerships.get(id)?.shown ??
    store.paymentMethods.get(id)?.shown ??
    store.mandates.get(id) ??
    store.charges.get(id)
  );
}

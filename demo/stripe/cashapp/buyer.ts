/** What Cash App adds to a method once its owner has agreed. */
import { idFrom } from '../financial_connections/random.ts';
import type { KeptMethod } from '../payment_methods/payment_method.ts';
import type { Store } from '../world.ts';

/** One person, one $cashtag, however often they are saved. */
export function withBuyer(store: Store, method: KeptMethod, customer: string | null): KeptMethod {
  const found = customer === null ? undefined : store.customers.get(customer);
  const name = found && !found.deleted ? (found.name ?? '') : '';
  const letters = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 20);
  const cashapp = {
    buyer_id: idFrom('cashapp_buyer_', customer ?? method.shown.id),
    cashtag: `$${letters || 'simulated'}`,
  };
  return { ...method, shown: { ...method.shown, cashapp } };
}

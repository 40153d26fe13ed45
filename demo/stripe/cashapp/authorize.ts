/** What Cash App adds to a method once its owner has agreed. */

import { type Cause, emit } from '../events/event.ts';
import { idFrom } from '../financial_connections/random.ts';
import { keep } from '../payment_methods/changes.ts';
import type { KeptMethod } from '../payment_methods/payment_method.ts';
import type { Store, World } from '../world.ts';

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

/** Stored, and attached where it was not: without events, which come once everything is stored. */
export function saveMethod(
  store: Store,
  method: KeptMethod,
  customer: string | null,
): { method: KeptMethod; announce: (world: World, cause: Cause) => void } {
  const attaches = customer !== null && method.shown.customer !== customer;
  const saved = keep(store, {
    ...method,
    spent: customer === null,
    shown: { ...method.shown, customer: customer ?? method.shown.customer },
  });
  return {
    method: saved,
    announce(world, cause) {
      if (attaches) emit(world, store, cause, { type: 'payment_method.attached', object: saved.shown });
    },
  };
}

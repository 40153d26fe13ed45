import { accountObject } from './accounts/account.ts';
import type { Store, World } from './world.ts';

/** The object an id stands for, where an expansion asks for it. */
export function find(world: World, store: Store, id: string): object | undefined {
  if (id.startsWith('acct_')) {
    const connected =
      store.accounts.get(id) ??
      (store.platform ? world.store(store.platform, store.livemode).accounts.get(id) : undefined);
    return connected && accountObject(connected, world.now());
  }
  return store.customers.get(id) ?? store.products.get(id) ?? store.prices.get(id) ?? store.ownerships.get(id)?.shown;
}

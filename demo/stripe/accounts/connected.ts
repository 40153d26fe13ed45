import type { Store, World } from '../world.ts';
import type { ConnectedAccount } from './account.ts';

/** The account whose store this is, as its platform keeps it; undefined for a platform itself. */
export function connectedAccount(world: World, store: Store): ConnectedAccount | undefined {
  if (store.platform === null) return undefined;
  return world.store(store.platform, store.livemode).accounts.get(store.account);
}

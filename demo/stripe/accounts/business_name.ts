import type { Store, World } from '../world.ts';
import { representative } from './account.ts';
import { connectedAccount } from './connected.ts';
import { platformAccount } from './platform.ts';

/** Whom somebody pays, as they know them. */
export function businessName(world: World, store: Store): string {
  const account = connectedAccount(world, store);
  if (!account) return platformAccount(store).settings?.dashboard.display_name ?? 'This site';
  const { facts, settings, email, id } = account;
  const { first_name, last_name } = representative(account)?.facts ?? {};
  const person = [first_name, last_name].filter((name) => name !== undefined).join(' ');
  const told = facts['business_profile.name'] ?? facts['company.name'] ?? settings.dashboard.display_name;
  return told ?? (person || (email ?? id));
}

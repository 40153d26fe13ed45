/** How linked accounts change: stored first, then the event that the change amounts to. */
import { type Cause, emit } from '../events/event.ts';
import type { Store, World } from '../world.ts';
import { type LinkedAccount, linkedAccountObject } from './account.ts';

export type Happened =
  | 'account_numbers_updated'
  | 'created'
  | 'deactivated'
  | 'disconnected'
  | 'expected_deactivation_date_updated'
  | 'reactivated'
  | 'refreshed_balance'
  | 'refreshed_ownership'
  | 'refreshed_transactions'
  | 'supported_payment_method_types_updated'
  | 'upcoming_account_number_expiry'
  | 'upcoming_deactivation';

export function saveLinked(
  world: World,
  store: Store,
  account: LinkedAccount,
  cause: Cause,
  ...happened: Happened[]
): LinkedAccount {
  store.linkedAccounts.set(account.id, account);
  const object = linkedAccountObject(account);
  for (const name of happened) emit(world, store, cause, { type: `financial_connections.account.${name}`, object });
  return account;
}

/** Ends the link for good. Who did it before is not told of it again. */
export function disconnect(world: World, store: Store, account: LinkedAccount, cause: Cause): LinkedAccount {
  if (account.status === 'disconnected') return account;
  return saveLinked(world, store, { ...account, status: 'disconnected', subscribed: null }, cause, 'disconnected');
}

export function deactivate(world: World, store: Store, account: LinkedAccount, cause: Cause): LinkedAccount {
  if (account.status !== 'active') return account;
  return saveLinked(world, store, { ...account, status: 'inactive', deactivation: null }, cause, 'deactivated');
}

export function reactivate(world: World, store: Store, account: LinkedAccount, cause: Cause): LinkedAccount {
  if (account.status !== 'inactive') return account;
  return saveLinked(world, store, { ...account, status: 'active', deactivation: null }, cause, 'reactivated');
}

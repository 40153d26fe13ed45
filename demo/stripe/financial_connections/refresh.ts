/** Refreshes take a second by the stand-in's clock; how they end is told by an event, whichever way. */
import { type Cause, STRIPE_ITSELF } from '../events/event.ts';
import { newId, type Store, type World } from '../world.ts';
import { balanceOf, type Feature, type LinkedAccount, type Permission, type Refresh } from './account.ts';
import { type Happened, saveLinked } from './changes.ts';
import { DAY } from './ledger.ts';
import { findOwners } from './ownership.ts';
import { refreshedTransactions } from './transactions.ts';

const TAKES = 1;
/** From its attempt until the next may be asked for. */
const REST = 60;

const TOLD = {
  balance: 'refreshed_balance',
  ownership: 'refreshed_ownership',
  transactions: 'refreshed_transactions',
} as const satisfies Record<Feature, Happened>;

export function permissionFor(feature: Feature): Permission {
  return feature === 'balance' ? 'balances' : feature;
}

/** Whether the next refresh would be begun, or the request for it answered with the account unchanged. */
export function mayRefresh(refresh: Refresh | null, now: number): boolean {
  return refresh === null || (refresh.status !== 'pending' && refresh.availableAt <= now);
}

/** Begins what is not already running. */
export function beginRefresh(
  world: World,
  store: Store,
  account: LinkedAccount,
  features: readonly Feature[],
  cause: Cause,
  at = world.now(),
): LinkedAccount {
  let current = account;
  for (const feature of features) {
    if (current.refreshes[feature]?.status === 'pending') continue;
    const id = newId('fctxnref_1', 23);
    current = {
      ...current,
      refreshes: { ...current.refreshes, [feature]: { status: 'pending', id, attempted: at } },
      transactionRefreshes:
        feature === 'transactions' ? [...current.transactionRefreshes, id] : current.transactionRefreshes,
    };
    world.later(at + TAKES, () => finish(world, store, account.id, feature, id, at));
  }
  return saveLinked(world, store, current, cause);
}

function finish(world: World, store: Store, id: string, feature: Feature, refresh: string, attempted: number): void {
  const account = store.linkedAccounts.get(id);
  if (account?.refreshes[feature]?.id !== refresh) return;
  const status = account.status === 'active' ? account.outcome : 'failed';
  const ended: Refresh = { status, id: refresh, attempted, availableAt: attempted + REST };
  const data = status === 'succeeded' ? found(store, account, feature, refresh, attempted + TAKES) : {};
  saveLinked(
    world,
    store,
    { ...account, ...data, refreshes: { ...account.refreshes, [feature]: ended } },
    STRIPE_ITSELF,
    TOLD[feature],
  );
}

function found(
  store: Store,
  account: LinkedAccount,
  feature: Feature,
  refresh: string,
  at: number,
): Partial<LinkedAccount> {
  switch (feature) {
    case 'balance':
      return { balance: balanceOf(account.offered, at) };
    case 'ownership':
      return { ownership: findOwners(store, account, at).id };
    case 'transactions':
      return { transactions: refreshedTransactions(account, refresh, at) };
  }
}

/** A refresh now and one a day from then on, until it is unsubscribed. */
export function subscribe(world: World, store: Store, account: LinkedAccount, cause: Cause): LinkedAccount {
  if (account.subscribed !== null) return account;
  const since = world.now();
  const begun = beginRefresh(world, store, { ...account, subscribed: since }, ['transactions'], cause);
  daily(world, store, account.id, since, since + DAY);
  return begun;
}

function daily(world: World, store: Store, id: string, since: number, at: number): void {
  world.later(at, () => {
    const account = store.linkedAccounts.get(id);
    if (account?.subscribed !== since) return;
    if (account.status === 'active') beginRefresh(world, store, account, ['transactions'], STRIPE_ITSELF, at);
    daily(world, store, id, since, at + DAY);
  });
}

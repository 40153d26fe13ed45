/** What happens when a person has chosen accounts: they are linked, told of, and refreshed as the session asked. */
import { STRIPE_ITSELF } from '../events/event.ts';
import { newId, type Store, type World } from '../world.ts';
import type { Feature, LinkedAccount, Permission } from './account.ts';
import { reactivate, saveLinked } from './changes.ts';
import { begin } from './fate.ts';
import { type Institution, type OfferedAccount, paymentMethodTypes } from './institution.ts';
import { beginRefresh } from './refresh.ts';
import type { BankSession, Prefetch } from './session.ts';

/**
 * Completes the session. An account the holder has already linked keeps its id and is granted more, as when a person
 * consents to more or logs in again after it went inactive; a disconnected one is never taken up again.
 */
export function completeSession(
  world: World,
  store: Store,
  session: BankSession,
  institution: Institution,
  chosen: readonly OfferedAccount[],
  { asNew = false, granted = session.permissions }: { asNew?: boolean; granted?: readonly Permission[] } = {},
): BankSession {
  const accounts = chosen.map((offered) => {
    const known = asNew ? undefined : linkedBefore(store, session, institution, offered);
    const account = known
      ? relink(world, store, known, granted)
      : link(world, store, session, institution, offered, granted);
    return prefetched(world, store, session, account).id;
  });
  const completed: BankSession = { ...session, linked: accounts };
  store.bankSessions.set(session.id, completed);
  return completed;
}

function link(
  world: World,
  store: Store,
  session: BankSession,
  institution: Institution,
  offered: OfferedAccount,
  granted: readonly Permission[],
): LinkedAccount {
  const account: LinkedAccount = {
    id: newId('fca_1', 23),
    livemode: session.livemode,
    created: world.now(),
    holder: session.holder,
    institution: institution.name,
    offered,
    numbers: null,
    paymentMethodTypes: paymentMethodTypes(offered),
    permissions: granted,
    status: 'active',
    deactivation: null,
    subscribed: null,
    balance: null,
    ownership: null,
    refreshes: { balance: null, ownership: null, transactions: null },
    transactionRefreshes: [],
    transactions: null,
    outcome: 'succeeded',
  };
  saveLinked(world, store, account, STRIPE_ITSELF, 'created');
  return begin(world, store, account, institution.fate);
}

function relink(world: World, store: Store, known: LinkedAccount, more: readonly Permission[]): LinkedAccount {
  const permissions = [...new Set<Permission>([...known.permissions, ...more])];
  const granted = saveLinked(world, store, { ...known, permissions, deactivation: null }, STRIPE_ITSELF);
  return reactivate(world, store, granted, STRIPE_ITSELF);
}

function linkedBefore(
  store: Store,
  session: BankSession,
  institution: Institution,
  offered: OfferedAccount,
): LinkedAccount | undefined {
  return Array.from(store.linkedAccounts.values()).find(
    (account) =>
      account.status !== 'disconnected' &&
      account.institution === institution.name &&
      account.offered.name === offered.name &&
      account.offered.last4 === offered.last4 &&
      JSON.stringify(account.holder) === JSON.stringify(session.holder),
  );
}

function prefetched(world: World, store: Store, session: BankSession, account: LinkedAccount): LinkedAccount {
  const features = session.prefetch.filter((name) => account.permissions.includes(name)).map(featureOf);
  if (account.status !== 'active' || features.length === 0) return account;
  return beginRefresh(world, store, account, features, STRIPE_ITSELF);
}

function featureOf(prefetch: Prefetch): Feature {
  return prefetch === 'balances' ? 'balance' : prefetch;
}

/** What becomes of an account at some institutions, by itself: it goes inactive, or its number runs out. */
import type Stripe from 'stripe';
import { emit, STRIPE_ITSELF } from '../events/event.ts';
import { newId, type Store, type World } from '../world.ts';
import type { LinkedAccount } from './account.ts';
import { deactivate, saveLinked } from './changes.ts';
import type { Fate } from './institution.ts';
import { DAY } from './ledger.ts';

/** How long before it happens Stripe warns of it. */
const AHEAD = 30 * DAY;

export function begin(world: World, store: Store, account: LinkedAccount, fate: Fate): LinkedAccount {
  const at = account.created + ('after' in fate ? fate.after : 0);
  switch (fate.kind) {
    case 'lasting':
      return account;
    case 'inactive':
      if (fate.after === 0) return deactivate(world, store, account, STRIPE_ITSELF);
      return onceAt(world, store, account, at, (current) => deactivate(world, store, current, STRIPE_ITSELF));
    case 'deactivates':
      return expectDeactivation(world, store, account, at);
    case 'token_expires':
      return expectExpiry(world, store, account, at);
  }
}

/** The date becomes known; nearer to it the person has to do something; then the account goes inactive. */
export function expectDeactivation(world: World, store: Store, account: LinkedAccount, at: number): LinkedAccount {
  const known = saveLinked(
    world,
    store,
    { ...account, deactivation: { action: 'none', at } },
    STRIPE_ITSELF,
    'expected_deactivation_date_updated',
  );
  const authorization = authorizationObject(known, at, 'none');
  emit(world, store, STRIPE_ITSELF, {
    type: 'financial_connections.authorization.expected_deactivation_date_updated',
    object: authorization,
  });
  onceAt(world, store, account, at - AHEAD, (current) => {
    if (current.deactivation?.at !== at) return;
    warnOfDeactivation(world, store, current, at, authorization.id);
  });
  onceAt(world, store, account, at, (current) => {
    if (current.deactivation?.at === at) deactivate(world, store, current, STRIPE_ITSELF);
  });
  return store.linkedAccounts.get(account.id) ?? known;
}

export function warnOfDeactivation(
  world: World,
  store: Store,
  account: LinkedAccount,
  at: number,
  authorization = newId('fcauth_1', 23),
): LinkedAccount {
  const warned = saveLinked(
    world,
    store,
    { ...account, deactivation: { action: 'relink_required', at } },
    STRIPE_ITSELF,
    'upcoming_deactivation',
  );
  emit(world, store, STRIPE_ITSELF, {
    type: 'financial_connections.authorization.upcoming_deactivation',
    object: { ...authorizationObject(warned, at, 'relink_required'), id: authorization },
  });
  return warned;
}

function expectExpiry(world: World, store: Store, account: LinkedAccount, at: number): LinkedAccount {
  if (at <= world.now()) return saveLinked(world, store, withNumber(account, at, 'expired'), STRIPE_ITSELF);
  const issued = saveLinked(world, store, withNumber(account, at, 'transactable'), STRIPE_ITSELF);
  onceAt(world, store, account, at - AHEAD, (current) => {
    saveLinked(world, store, current, STRIPE_ITSELF, 'upcoming_account_number_expiry');
  });
  onceAt(world, store, account, at, (current) => {
    saveLinked(
      world,
      store,
      withNumber(current, at, 'expired'),
      STRIPE_ITSELF,
      'account_numbers_updated',
      'supported_payment_method_types_updated',
    );
  });
  return store.linkedAccounts.get(account.id) ?? issued;
}

/** An expired number can no longer be debited. */
function withNumber(account: LinkedAccount, expiry: number, status: 'expired' | 'transactable'): LinkedAccount {
  return {
    ...account,
    numbers: [
      {
        expected_expiry_date: expiry,
        identifier_type: 'tokenized_account_number',
        status,
        supported_networks: ['ach'],
      },
    ],
    paymentMethodTypes: status === 'expired' ? [] : account.paymentMethodTypes,
  };
}

/** At once where the time has come, otherwise by the clock; never for a link that has ended. */
function onceAt(
  world: World,
  store: Store,
  account: LinkedAccount,
  at: number,
  change: (current: LinkedAccount) => void,
): LinkedAccount {
  const apply = () => {
    const current = store.linkedAccounts.get(account.id);
    if (current && current.status !== 'disconnected') change(current);
  };
  if (at <= world.now()) apply();
  else world.later(at, apply);
  return store.linkedAccounts.get(account.id) ?? account;
}

function authorizationObject(
  account: LinkedAccount,
  at: number,
  action: 'none' | 'relink_required',
): Stripe.FinancialConnections.Authorization {
  return {
    id: newId('fcauth_1', 23),
    object: 'financial_connections.authorization',
    institution_name: account.institution,
    livemode: account.livemode,
    status: 'active',
    status_details: { active: { action, expected_deactivation_date: at } },
  };
}

/** The ledger of an account: every movement of its money is entered once, and the balance is what they add up to. */
import type Stripe from 'stripe';
import { balanceOf } from '../balance/balance.ts';
import { emit, STRIPE_ITSELF } from '../events/event.ts';
import { newId, type Store, type World } from '../world.ts';

export interface Entry extends Stripe.BalanceTransaction {
  source: string;
}

export interface Movement {
  type: Stripe.BalanceTransaction.Type;
  reporting_category: string;
  /** Below zero where it leaves the account. */
  amount: number;
  currency: string;
  source: string;
  description?: string | null;
  fee_details?: Stripe.BalanceTransaction.FeeDetail[];
  /** At once, if not given. */
  available_on?: number;
}

export function newEntry(movement: Movement, now: number): Entry {
  const { type, reporting_category, amount, currency, source, description, fee_details = [] } = movement;
  const fee = fee_details.reduce((sum, detail) => sum + detail.amount, 0);
  const available_on = movement.available_on ?? now;
  return {
    id: newId('txn_1', 23),
    object: 'balance_transaction',
    amount,
    available_on,
    balance_type: 'payments',
    created: now,
    currency,
    description: description ?? null,
    exchange_rate: null,
    fee,
    fee_details,
    net: amount - fee,
    reporting_category,
    source,
    status: available_on <= now ? 'available' : 'pending',
    type,
  };
}

export function keepEntry(world: World, store: Store, entry: Entry): Entry {
  const told = entriesAvailableOn(store, entry.available_on).length > 0;
  store.balanceTransactions.set(entry.id, entry);
  if (entry.available_on <= world.now()) {
    if (entry.type === 'charge' || entry.type === 'payment') tellAvailable(world, store);
  } else if (!told) {
    world.later(entry.available_on, () => {
      if (entriesAvailableOn(store, entry.available_on).length > 0) tellAvailable(world, store);
    });
  }
  return entry;
}

export function enter(world: World, store: Store, movement: Movement): Entry {
  return keepEntry(world, store, newEntry(movement, world.now()));
}

/** Nothing says when money has become available but the clock. */
export function shownEntry(entry: Entry, now: number): Stripe.BalanceTransaction {
  return { ...entry, status: entry.available_on <= now ? 'available' : 'pending' };
}

/** As if the days had passed that Stripe holds money for. */
export function releasePending(world: World, store: Store): void {
  const now = world.now();
  const pending = Array.from(store.balanceTransactions.values()).filter((entry) => entry.available_on > now);
  for (const entry of pending) store.balanceTransactions.set(entry.id, { ...entry, available_on: now });
  if (pending.length > 0) tellAvailable(world, store);
}

function tellAvailable(world: World, store: Store): void {
  emit(world, store, STRIPE_ITSELF, { type: 'balance.available', object: balanceOf(world, store) });
}

function entriesAvailableOn(store: Store, at: number): Entry[] {
  return Array.from(store.balanceTransactions.values()).filter((entry) => entry.available_on === at);
}

/** What a test or a person can order for linked accounts, without going through the dialog. */
import * as v from 'valibot';
import { STRIPE_ITSELF } from '../events/event.ts';
import { newId, type Store, type World } from '../world.ts';
import { balanceOf, type LinkedAccount, type Refresh } from './account.ts';
import { deactivate, disconnect, reactivate, saveLinked } from './changes.ts';
import { expectDeactivation, warnOfDeactivation } from './fate.ts';
import { INSTITUTIONS } from './institutions.ts';
import { DAY, manyEntries } from './ledger.ts';
import { fromEntries } from './transactions.ts';

const amount = v.pipe(v.number(), v.integer());

export const LinkOrder = v.strictObject({
  session: v.string(),
  institution: v.optional(v.picklist(INSTITUTIONS.map((institution) => institution.name)), 'Test (Non-OAuth)'),
  accounts: v.optional(v.array(v.string())),
  /** Under new ids, also where the holder has linked the same accounts before. */
  as_new: v.optional(v.boolean(), false),
});

export const LinkedAccountOrder = v.strictObject({
  status: v.optional(v.picklist(['active', 'inactive', 'disconnected'])),
  relink_required: v.optional(v.boolean()),
  expected_deactivation_date: v.optional(amount),
  next_refresh: v.optional(v.picklist(['succeeded', 'failed'])),
  transactions: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))),
  balance: v.optional(
    v.strictObject({
      currency: v.pipe(v.string(), v.regex(/^[a-z]{3}$/, 'a currency of three small letters, such as usd')),
      current: amount,
      available: v.optional(v.nullable(amount), null),
    }),
  ),
});

export function orderLinked(
  world: World,
  store: Store,
  account: LinkedAccount,
  order: v.InferOutput<typeof LinkedAccountOrder>,
): LinkedAccount {
  let current = account;
  if (order.next_refresh)
    current = saveLinked(world, store, { ...current, outcome: order.next_refresh }, STRIPE_ITSELF);
  if (order.balance) current = withBalance(world, store, current, order.balance);
  if (order.transactions !== undefined) current = withTransactions(world, store, current, order.transactions);
  if (order.status === 'disconnected') return disconnect(world, store, current, STRIPE_ITSELF);
  if (order.status === 'inactive') current = deactivate(world, store, current, STRIPE_ITSELF);
  if (order.status === 'active') current = reactivate(world, store, current, STRIPE_ITSELF);
  if (order.expected_deactivation_date !== undefined)
    current = expectDeactivation(world, store, current, order.expected_deactivation_date);
  if (order.relink_required === true)
    current = warnOfDeactivation(world, store, current, current.deactivation?.at ?? world.now() + 30 * DAY);
  if (order.relink_required === false)
    current = saveLinked(world, store, { ...current, deactivation: null }, STRIPE_ITSELF);
  return current;
}

function withBalance(
  world: World,
  store: Store,
  account: LinkedAccount,
  balance: { currency: string; current: number; available: number | null },
): LinkedAccount {
  const offered = { ...account.offered, ...balance };
  const refreshes = { ...account.refreshes, balance: succeeded(world) };
  const changed = { ...account, offered, refreshes, balance: balanceOf(offered, world.now()) };
  return saveLinked(world, store, changed, STRIPE_ITSELF, 'refreshed_balance');
}

function withTransactions(world: World, store: Store, account: LinkedAccount, count: number): LinkedAccount {
  const refresh = succeeded(world);
  const entries = manyEntries(account.id, account.offered, count, world.now());
  const changed: LinkedAccount = {
    ...account,
    refreshes: { ...account.refreshes, transactions: refresh },
    transactionRefreshes: [...account.transactionRefreshes, refresh.id],
    transactions: fromEntries(account, entries, refresh.id, world.now()),
  };
  return saveLinked(world, store, changed, STRIPE_ITSELF, 'refreshed_transactions');
}

function succeeded(world: World): Refresh {
  return { status: 'succeeded', id: newId('fctxnref_1', 23), attempted: world.now(), availableAt: world.now() };
}

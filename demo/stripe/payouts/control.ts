/** What tests and people order of payouts: one of everything an account has, sent and settled at once. */
import * as v from 'valibot';
import { connectedAccount } from '../accounts/connected.ts';
import { balanceOf } from '../balance/balance.ts';
import { releasePending } from '../balance_transactions/ledger.ts';
import { STRIPE_ITSELF } from '../events/event.ts';
import type { Store, World } from '../world.ts';
import { settlePayout, startPayout } from './changes.ts';
import { availableOf } from './check.ts';
import { FAILURES, type FailureCode, type StoredPayout } from './payout.ts';

const codes = Object.keys(FAILURES).filter((code): code is FailureCode => Object.hasOwn(FAILURES, code));

export const PayoutOrder = v.strictObject({
  account: v.string(),
  do: v.picklist(['pay', 'fail']),
  failure_code: v.optional(v.picklist(codes), 'account_closed'),
});

/** Null where there is nothing to pay out. What is pending is made available first. */
export function orderPayout(world: World, store: Store, order: v.InferOutput<typeof PayoutOrder>): StoredPayout | null {
  releasePending(world, store);
  const account = connectedAccount(world, store);
  const currency = account?.currency ?? 'usd';
  const amount = availableOf(balanceOf(world, store), currency);
  if (amount <= 0) return null;
  const about = {
    amount,
    automatic: true,
    currency,
    description: 'STRIPE PAYOUT',
    destination: account?.bank?.id ?? null,
    metadata: {},
    statement_descriptor: account?.settings.payouts?.statement_descriptor ?? null,
  };
  const payout = startPayout(world, store, about, STRIPE_ITSELF);
  return settlePayout(world, store, payout, order.do === 'fail' ? order.failure_code : null);
}

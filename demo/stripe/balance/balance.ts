import type Stripe from 'stripe';
import { connectedAccount } from '../accounts/connected.ts';
import type { Store, World } from '../world.ts';

/** What the movements of an account add up to, by currency: its own one first, and always there. */
export function balanceOf(world: World, store: Store): Stripe.Balance {
  const now = world.now();
  const own = connectedAccount(world, store)?.currency ?? 'usd';
  const sums = new Map([[own, { available: 0, pending: 0 }]]);
  for (const { currency, available_on, net } of store.balanceTransactions.values()) {
    const sum = sums.get(currency) ?? { available: 0, pending: 0 };
    sum[available_on <= now ? 'available' : 'pending'] += net;
    sums.set(currency, sum);
  }
  const parts = (which: 'available' | 'pending') =>
    Array.from(sums, ([currency, sum]) => ({ amount: sum[which], currency, source_types: { card: sum[which] } }));
  return { object: 'balance', available: parts('available'), livemode: store.livemode, pending: parts('pending') };
}

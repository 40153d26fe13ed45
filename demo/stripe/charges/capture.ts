/** Money that was held is taken, or let go. */
import { moneyTaken } from '../balance_transactions/charge.ts';
import { disputeWhereOrdered } from '../disputes/changes.ts';
import { type Cause, emit } from '../events/event.ts';
import type { Store, World } from '../world.ts';
import type { StoredCharge } from './charge.ts';

export function capture(world: World, store: Store, charge: StoredCharge, amount: number, cause: Cause): StoredCharge {
  const rest = { amount_captured: amount, amount_refunded: charge.amount - amount };
  const captured = moneyTaken(world, store, { ...charge, ...rest, captured: true }, cause);
  emit(world, store, cause, { type: 'charge.captured', object: captured });
  return disputeWhereOrdered(world, store, captured);
}

export function release(world: World, store: Store, charge: StoredCharge, cause: Cause): StoredCharge {
  const released = { ...charge, amount_refunded: charge.amount, refunded: true };
  store.charges.set(released.id, released);
  emit(world, store, cause, {
    type: 'charge.refunded',
    object: released,
    previous: { amount_refunded: charge.amount_refunded, refunded: charge.refunded },
  });
  return released;
}

/** What Stripe takes for a charge, and how long it keeps the rest. */
import type { StoredCharge } from '../charges/charge.ts';
import { BYPASSES_PENDING } from '../payment_methods/cards.ts';
import type { Store } from '../world.ts';

const DAY = 24 * 60 * 60;
const HELD = 2 * DAY;

/** 2.9 % and 30 of the smallest unit, in any currency, whatever was paid with. */
export function stripeFee(amount: number): number {
  return Math.round((amount * 29) / 1000) + 30;
}

/** Two days later; at once with the test card that is for that. */
export function availableOn(store: Store, charge: StoredCharge, now: number): number {
  const card = store.paymentMethods.get(charge.payment_method ?? '')?.card;
  return card?.number === BYPASSES_PENDING ? now : now + HELD;
}

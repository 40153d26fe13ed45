/** How payment methods change: stored first, then the events that the change amounts to. */
import { ApiError, noSuch, refused } from '../api/errors.ts';
import { type Cause, emit } from '../events/event.ts';
import { deactivateMandates } from '../mandates/changes.ts';
import type { Store, World } from '../world.ts';
import { testCard } from './cards.ts';
import { type ChargeOutcome, fromCard, type KeptMethod } from './payment_method.ts';

export function keep(store: Store, method: KeptMethod): KeptMethod {
  store.paymentMethods.set(method.shown.id, method);
  return method;
}

/** By id, or a new one of a test card. */
export function methodNamed(world: World, store: Store, id: string, param = 'id'): KeptMethod {
  const found = store.paymentMethods.get(id);
  if (found) return found;
  const card = testCard(id);
  if (!card) throw noSuch('PaymentMethod', id, param);
  return keep(store, fromCard(store, card, {}, world.now()));
}

/** The method, if a payment or a set-up may begin with it. */
export function usableMethod(
  world: World,
  store: Store,
  id: string,
  customer: string | null,
  param = 'payment_method',
): KeptMethod {
  const method = methodNamed(world, store, id, param);
  const owner = method.shown.customer;
  if (method.spent || (owner !== null && store.customers.get(owner)?.deleted)) {
    throw new ApiError(400, {
      message:
        'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
    });
  }
  if (owner !== null && customer === null) {
    throw refused(
      `The PaymentMethod ${id} belongs to a Customer. Please include the Customer in the \`customer\` parameter.`,
      { param },
    );
  }
  if (owner !== null && owner !== customer) {
    throw refused(
      `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
      { code: 'resource_missing', param },
    );
  }
  return method;
}

export function attach(world: World, store: Store, method: KeptMethod, customer: string, cause: Cause): KeptMethod {
  const attached = keep(store, { ...method, shown: { ...method.shown, customer } });
  emit(world, store, cause, { type: 'payment_method.attached', object: attached.shown });
  return attached;
}

/** For good: its mandates end with it. */
export function detach(world: World, store: Store, method: KeptMethod, cause: Cause): KeptMethod {
  const { customer } = method.shown;
  const detached = keep(store, { ...method, spent: true, shown: { ...method.shown, customer: null } });
  emit(world, store, cause, {
    type: 'payment_method.detached',
    object: detached.shown,
    previous: { customer },
  });
  deactivateMandates(world, store, detached.shown.id, cause);
  return detached;
}

/** Used without being attached, it cannot be used again. */
export function spend(store: Store, id: string): void {
  const method = store.paymentMethods.get(id);
  if (method && method.shown.customer === null) keep(store, { ...method, spent: true });
}

/** Stored, and attached where it was not: without events, which come once everything is stored. */
export function saveMethod(
  store: Store,
  method: KeptMethod,
  customer: string | null,
): { method: KeptMethod; announce: (world: World, cause: Cause) => void } {
  const attaches = customer !== null && method.shown.customer !== customer;
  const saved = keep(store, {
    ...method,
    spent: customer === null,
    shown: { ...method.shown, customer: customer ?? method.shown.customer },
  });
  return {
    method: saved,
    announce(world, cause) {
      if (attaches) emit(world, store, cause, { type: 'payment_method.attached', object: saved.shown });
    },
  };
}

/** What was ordered for the next charge counts down. */
export function takeOrdered(store: Store, method: KeptMethod): { outcome: ChargeOutcome; method: KeptMethod } {
  if (!method.next) return { outcome: 'succeed', method };
  const { outcome, times } = method.next;
  return { outcome, method: keep(store, { ...method, next: times > 1 ? { outcome, times: times - 1 } : null }) };
}

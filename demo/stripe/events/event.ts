import type Stripe from 'stripe';
import { API_VERSION } from '../api/respond.ts';
import { newId, type Store, type World } from '../world.ts';

/** An event as kept: its type need not be narrowed to its object, which was checked when it was emitted. */
export type StoredEvent = Stripe.EventBase;

type EventOf<T extends Stripe.Event.Type> = Extract<Stripe.Event, { type: T }>;

/** The request that brought an event about; both null when Stripe itself did, a hosted page included. */
export type Cause = Stripe.Event.Request;
export const STRIPE_ITSELF: Cause = { id: null, idempotency_key: null };

export interface Happening<T extends Stripe.Event.Type> {
  type: T;
  object: WireForm<EventOf<T>['data']['object']>;
  previous?: object;
}

/** As it travels: amounts with decimals are strings in JSON, and only the SDK makes `Decimal`s of them. */
type WireForm<O> = O extends Stripe.Price ? import('../prices/price.ts').WirePrice : O;

/** Keeps an event in the store it happened in, and hands it to the endpoints. Call it once the change can be read. */
export function emit<T extends Stripe.Event.Type>(
  world: World,
  store: Store,
  cause: Cause,
  happening: Happening<T>,
): void {
  const event: StoredEvent = {
    id: newId('evt_1', 23),
    object: 'event',
    ...(store.platform && { account: store.account }),
    api_version: API_VERSION,
    created: world.now(),
    data: { object: happening.object, ...(happening.previous && { previous_attributes: happening.previous }) },
    livemode: store.livemode,
    pending_webhooks: 0,
    request: cause,
    type: happening.type,
  };
  store.events.set(event.id, event);
  world.announce(store, event);
}

/** Old values of what changed, objects only as far as they differ; undefined when nothing did. */
export function changedFrom(before: object, after: object): object | undefined {
  const old = new Map(Object.entries(before));
  const current = new Map(Object.entries(after));
  const changed: [string, unknown][] = [];
  for (const key of new Set([...old.keys(), ...current.keys()])) {
    const [was, is] = [old.get(key) ?? null, current.get(key) ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    changed.push([key, isPlain(was) && isPlain(is) ? changedFrom(was, is) : was]);
  }
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type Stripe from 'stripe';
import type { StoredEvent } from '../events/event.ts';
import type { Store, World } from '../world.ts';

/** How deliveries to one endpoint misbehave, as ordered under `/_test/deliveries`. Counts: how many of the next ones. */
export interface Switches {
  /** Keeps deliveries back until they are released. */
  hold: boolean;
  /** Seed of the order in which deliveries that are due together go out; null keeps the true order. */
  shuffle: number | null;
  duplicate: number;
  /** Lost for good: never attempted, never tried again. */
  drop: number;
  /** Attempts that fail as if the endpoint could not be reached; they are tried again. */
  fail: number;
}

export interface Delivery {
  event: StoredEvent;
  attempt: number;
}

export interface Endpoint {
  shown: Stripe.WebhookEndpoint;
  /** Gets the events of connected accounts, instead of the account's own. */
  readonly connect: boolean;
  readonly secret: string;
  readonly switches: Switches;
  readonly waiting: Delivery[];
}

export const WELL_BEHAVED: Readonly<Switches> = { hold: false, shuffle: null, duplicate: 0, drop: 0, fail: 0 };

/** The endpoints an event in this store goes to: the account's own, or the platform's for connected accounts. */
export function listeners(world: World, store: Store): Endpoint[] {
  const owner = store.platform ? world.store(store.platform, store.livemode) : store;
  return Array.from(owner.webhookEndpoints.values()).filter(
    (endpoint) => endpoint.connect === (store.platform !== null),
  );
}

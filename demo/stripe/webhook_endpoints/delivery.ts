/** Delivers events to webhook endpoints: signed, retried, and as badly as was ordered. */
import type { StoredEvent } from '../events/event.ts';
import { covers } from '../events/routes.ts';
import type { Store, World } from '../world.ts';
import { type Delivery, type Endpoint, listeners } from './endpoint.ts';
import { signature } from './signature.ts';

/** Test mode tries three more times over a few hours. */
const RETRY_AFTER = [10 * 60, 60 * 60, 3 * 60 * 60];
const TIMEOUT_MS = 10_000;

export interface Deliveries {
  announce(world: World, store: Store, event: StoredEvent): void;
  /** Delivers one event again, to one endpoint or to all that listen for it. */
  resend(world: World, store: Store, event: StoredEvent, only?: string): number;
  /** Lets go what was held. */
  release(world: World, endpoint: Endpoint): void;
  settled(): Promise<void>;
}

export function createDeliveries(deliver: (request: Request) => Promise<Response>): Deliveries {
  const running = new Set<Promise<void>>();
  const last = new WeakMap<Endpoint, Promise<void>>();

  function enqueue(world: World, endpoint: Endpoint, delivery: Delivery): void {
    const { switches } = endpoint;
    if (switches.drop > 0) {
      switches.drop -= 1;
      return;
    }
    endpoint.waiting.push(delivery);
    if (switches.duplicate > 0) {
      switches.duplicate -= 1;
      endpoint.waiting.push({ ...delivery });
    }
    start(world, endpoint);
  }

  /** One after the other at an endpoint. Starts once the change is made, so that what belongs together goes out together. */
  function start(world: World, endpoint: Endpoint): void {
    const run = (last.get(endpoint) ?? Promise.resolve())
      .then(() => drain(world, endpoint))
      .finally(() => running.delete(run));
    running.add(run);
    last.set(endpoint, run);
  }

  async function drain(world: World, endpoint: Endpoint): Promise<void> {
    if (endpoint.switches.hold) return;
    const batch = endpoint.waiting.splice(0);
    const { shuffle } = endpoint.switches;
    for (const delivery of shuffle === null ? batch : shuffled(batch, shuffle))
      await attempt(world, endpoint, delivery);
  }

  async function attempt(world: World, endpoint: Endpoint, delivery: Delivery): Promise<void> {
    if (endpoint.shown.status !== 'enabled') return;
    if (await arrives(world, endpoint, delivery.event)) {
      delivery.event.pending_webhooks = Math.max(0, delivery.event.pending_webhooks - 1);
      return;
    }
    const wait = RETRY_AFTER[delivery.attempt];
    if (wait === undefined) return;
    world.later(world.now() + wait, () => {
      if (!stillThere(world, endpoint)) return;
      endpoint.waiting.push({ event: delivery.event, attempt: delivery.attempt + 1 });
      start(world, endpoint);
    });
  }

  /** True for any 2xx. A redirect is not followed and counts as a failure, as does no answer. */
  async function arrives(world: World, endpoint: Endpoint, event: StoredEvent): Promise<boolean> {
    if (endpoint.switches.fail > 0) {
      endpoint.switches.fail -= 1;
      return false;
    }
    const body = JSON.stringify({ ...event, api_version: endpoint.shown.api_version ?? event.api_version }, null, 2);
    const request = new Request(endpoint.shown.url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'Stripe-Signature': await signature(endpoint.secret, world.outsideNow(), body),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    try {
      const response = await deliver(request);
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }

  return {
    announce(world, store, event) {
      const targets = listeners(world, store).filter(
        ({ shown }) =>
          shown.status === 'enabled' && shown.enabled_events.some((pattern) => covers(pattern, event.type)),
      );
      event.pending_webhooks = targets.length;
      for (const endpoint of targets) enqueue(world, endpoint, { event, attempt: 0 });
    },
    resend(world, store, event, only) {
      const targets = listeners(world, store).filter(({ shown }) => !only || shown.id === only);
      for (const endpoint of targets) enqueue(world, endpoint, { event, attempt: RETRY_AFTER.length });
      return targets.length;
    },
    release(world, endpoint) {
      endpoint.switches.hold = false;
      start(world, endpoint);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

function stillThere(world: World, endpoint: Endpoint): boolean {
  for (const store of world.stores()) if (store.webhookEndpoints.get(endpoint.shown.id) === endpoint) return true;
  return false;
}

/** Fisher and Yates, from a seed, so that an order that broke something can be had again. */
function shuffled<T>(items: T[], seed: number): T[] {
  const result = [...items];
  let state = seed;
  for (let last = result.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (last + 1);
    const [a, b] = [result[last], result[other]];
    if (a !== undefined && b !== undefined) {
      result[last] = b;
      result[other] = a;
    }
  }
  return result;
}

import type { Call, Client } from '../api/endpoint.ts';
import { STRIPE_ITSELF } from '../events/event.ts';
import type { Store, World } from '../world.ts';

/** As the browser of the person does it: on one of Stripe's own pages, or because a control orders it. */
export function hostedCall(world: World, store: Store, client: Client): Call {
  return {
    key: '',
    publishable: true,
    livemode: store.livemode,
    own: store,
    store,
    world,
    url: '',
    part: () => '',
    client,
    version: null,
    cause: STRIPE_ITSELF,
  };
}

import type Stripe from 'stripe';
import { type ApiEndpoint, endpoint } from '../api/endpoint.ts';
import { noSuch } from '../api/errors.ts';
import { object } from '../api/params.ts';

export const mandateEndpoints: ApiEndpoint[] = [
  endpoint('GET', '/v1/mandates/:id', object({}), ({ store, part }): Stripe.Mandate => {
    const found = store.mandates.get(part('id'));
    if (!found) throw noSuch('mandate', part('id'));
    return found;
  }),
];

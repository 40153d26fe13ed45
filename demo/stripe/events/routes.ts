import type Stripe from 'stripe';
import { type ApiEndpoint, endpoint } from '../api/endpoint.ts';
import { invalid, noSuch } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import { boolean, list, object, optional, range, text, within } from '../api/params.ts';

/** Events can be read for 30 days. */
const READABLE = 30 * 24 * 60 * 60;

export const eventEndpoints: ApiEndpoint[] = [
  endpoint(
    'GET',
    '/v1/events',
    object({
      ...paging,
      type: optional(text),
      types: optional(list(text)),
      created: optional(range),
      delivery_success: optional(boolean),
    }),
    ({ store, world, url }, params): Stripe.ApiList<Stripe.EventBase> => {
      if (params.type && params.types)
        throw invalid('types', 'You may only specify one of these parameters: type, types.', 'parameters_exclusive');
      if ((params.types?.length ?? 0) > 20) throw invalid('types', 'You can filter by up to 20 event types.');
      const readable = Array.from(store.events.values()).filter((event) => event.created > world.now() - READABLE);
      return page('event', url, readable, params, (event) => {
        const wanted = params.types ?? (params.type ? [params.type] : null);
        return (
          (wanted === null || wanted.some((type) => covers(type, event.type))) &&
          within(event.created, params.created) &&
          (params.delivery_success == null || params.delivery_success === (event.pending_webhooks === 0))
        );
      });
    },
  ),
  endpoint('GET', '/v1/events/:id', object({}), ({ store, world, part }): Stripe.EventBase => {
    const found = store.events.get(part('id'));
    if (!found || found.created <= world.now() - READABLE) throw noSuch('event', part('id'));
    return found;
  }),
];

/** `charge.succeeded`, `charge.*` or `*`. */
export function covers(pattern: string, type: string): boolean {
  return pattern === '*' || pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1)));
}

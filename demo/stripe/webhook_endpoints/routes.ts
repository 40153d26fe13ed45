import type Stripe from 'stripe';
import * as v from 'valibot';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { invalid, noSuch } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import { boolean, list, mergeMetadata, metadata, object, optional, text, url } from '../api/params.ts';
import { newId } from '../world.ts';
import { type Endpoint, WELL_BEHAVED } from './endpoint.ts';

const eventTypes = list(v.pipe(text, v.regex(/^(\*|[a-z0-9_]+(\.[a-z0-9_]+)+)$/, 'string')));

export const webhookEndpointEndpoints: ApiEndpoint[] = [
  endpoint(
    'POST',
    '/v1/webhook_endpoints',
    object({
      url,
      enabled_events: eventTypes,
      connect: optional(boolean),
      api_version: optional(text),
      description: optional(text),
      metadata: optional(metadata),
    }),
    ({ store, world }, params): Stripe.WebhookEndpoint => {
      requireTls(params.url, store.livemode);
      const secret = newId('whsec_', 32);
      const shown: Stripe.WebhookEndpoint = {
        id: newId('we_1', 23),
        object: 'webhook_endpoint',
        api_version: params.api_version ?? null,
        application: null,
        created: world.now(),
        description: params.description ?? null,
        enabled_events: params.enabled_events,
        livemode: store.livemode,
        metadata: mergeMetadata({}, params.metadata),
        status: 'enabled',
        url: params.url,
      };
      const created: Endpoint = {
        shown,
        connect: params.connect ?? false,
        secret,
        switches: { ...WELL_BEHAVED },
        waiting: [],
      };
      store.webhookEndpoints.set(shown.id, created);
      return { ...shown, secret };
    },
  ),
  endpoint(
    'GET',
    '/v1/webhook_endpoints',
    object(paging),
    ({ store, url }, params): Stripe.ApiList<Stripe.WebhookEndpoint> => {
      const shown = Array.from(store.webhookEndpoints.values(), (found) => found.shown);
      return page('webhook endpoint', url, shown, params);
    },
  ),
  endpoint('GET', '/v1/webhook_endpoints/:id', object({}), (call): Stripe.WebhookEndpoint => lookUp(call).shown),
  endpoint(
    'POST',
    '/v1/webhook_endpoints/:id',
    object({
      url: optional(url),
      enabled_events: optional(eventTypes),
      disabled: optional(boolean),
      description: optional(text),
      metadata: optional(metadata),
    }),
    (call, params): Stripe.WebhookEndpoint => {
      const found = lookUp(call);
      if (params.url) requireTls(params.url, call.livemode);
      const { shown } = found;
      found.shown = {
        ...shown,
        description: params.description === undefined ? shown.description : params.description,
        enabled_events: params.enabled_events ?? shown.enabled_events,
        metadata: mergeMetadata(shown.metadata, params.metadata),
        status: params.disabled == null ? shown.status : params.disabled ? 'disabled' : 'enabled',
        url: params.url ?? shown.url,
      };
      return found.shown;
    },
  ),
  endpoint('DELETE', '/v1/webhook_endpoints/:id', object({}), (call): Stripe.DeletedWebhookEndpoint => {
    const { id } = lookUp(call).shown;
    call.store.webhookEndpoints.delete(id);
    return { id, object: 'webhook_endpoint', deleted: true };
  }),
];

function lookUp({ store, part }: Call): Endpoint {
  const found = store.webhookEndpoints.get(part('id'));
  if (!found) throw noSuch('webhook endpoint', part('id'));
  return found;
}

function requireTls(target: string, livemode: boolean): void {
  if (livemode && !target.startsWith('https://'))
    throw invalid('url', 'Invalid URL: Webhook URLs must use https in live mode.', 'url_invalid');
}

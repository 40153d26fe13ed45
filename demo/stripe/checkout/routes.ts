import type Stripe from 'stripe';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { noSuch } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import { mergeMetadata, metadata, object, oneOf, optional, range, text, within } from '../api/params.ts';
import { createSession } from './create.ts';
import { expire, expireInTime } from './expire.ts';
import type { Line } from './line_item.ts';
import { createParams } from './params.ts';
import { type CheckoutSession, keepSession, sessionObject } from './session.ts';
import { requireOpen } from './submit.ts';

export const checkoutEndpoints: ApiEndpoint[] = [
  endpoint('POST', '/v1/checkout/sessions', createParams, (call, given): Stripe.Checkout.Session => {
    const { world, store } = call;
    const session = keepSession(store, createSession(call, given));
    expireInTime(world, store, session);
    return sessionObject(world, session);
  }),
  endpoint(
    'GET',
    '/v1/checkout/sessions',
    object({
      ...paging,
      created: optional(range),
      customer: optional(text),
      payment_intent: optional(text),
      status: optional(oneOf('complete', 'expired', 'open')),
    }),
    ({ store, world, url }, wanted): Stripe.ApiList<Stripe.Checkout.Session> =>
      page(
        'checkout.session',
        url,
        Array.from(store.checkoutSessions.values(), (session) => sessionObject(world, session)),
        wanted,
        (session) =>
          within(session.created, wanted.created) &&
          (!wanted.customer || wanted.customer === session.customer) &&
          (!wanted.payment_intent || wanted.payment_intent === session.payment_intent) &&
          (!wanted.status || wanted.status === session.status),
      ),
  ),
  endpoint(
    'GET',
    '/v1/checkout/sessions/:id',
    object({}),
    (call): Stripe.Checkout.Session => sessionObject(call.world, named(call)),
  ),
  endpoint(
    'POST',
    '/v1/checkout/sessions/:id',
    object({ metadata: optional(metadata) }),
    (call, given): Stripe.Checkout.Session => {
      const { shown, ...session } = named(call);
      const changed = { ...shown, metadata: mergeMetadata(shown.metadata ?? {}, given.metadata) };
      return sessionObject(call.world, keepSession(call.store, { ...session, shown: changed }));
    },
  ),
  endpoint(
    'GET',
    '/v1/checkout/sessions/:id/line_items',
    object(paging),
    (call, wanted): Stripe.ApiList<Line> => page('line item', call.url, named(call).lines.toReversed(), wanted),
  ),
  endpoint('POST', '/v1/checkout/sessions/:id/expire', object({}), (call): Stripe.Checkout.Session => {
    const session = named(call);
    requireOpen(session, 'expired');
    return sessionObject(call.world, expire(call.world, call.store, session, call.cause));
  }),
];

export function named({ store, part }: Call): CheckoutSession {
  const found = store.checkoutSessions.get(part('id'));
  if (!found) throw noSuch('checkout.session', part('id'));
  return found;
}

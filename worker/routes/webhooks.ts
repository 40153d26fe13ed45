/**
 * Stripe's events. A delivery is verified, recorded once, and answered; the work is done after the answer, and what a
 * crash or a failure leaves undone is finished by the next delivery or by the sweep.
 */
import { bodyLimit } from 'hono/body-limit';
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';
import { eventHandlers, handleEvent } from '../stripe/events.ts';
import { verifyWebhook, type WebhookEvent } from '../stripe/webhooks.ts';

/** Bytes. An account with many persons is far below it. */
export const webhookBody = bodyLimit({
  maxSize: 1024 * 1024,
  onError: () => {
    throw new InlayError('body_too_large', { message: 'The body is larger than 1 MB.' });
  },
});

export async function postStripeWebhook(c: AppContext): Promise<Response> {
  const { services } = c.var;
  const { runtime, settings, events } = services;
  const body = new Uint8Array(await c.req.arrayBuffer());
  const event = await verifyWebhook(body, c.req.header('Stripe-Signature'), settings.webhookSecrets, runtime.now());
  const recorded = {
    id: event.id,
    type: event.type,
    accountId: event.account ?? accountOfFee(event.data),
    livemode: event.livemode,
    objectId: event.data.object.id ?? null,
    customerId: customerIn(event.data),
    methodId: event.data.object.payment_method || null,
    intentId: event.data.object.payment_intent || null,
    created: event.created,
  };
  const state = Object.hasOwn(eventHandlers, event.type) ? 'pending' : 'kept';
  const mine = await events.record(recorded, state, c.var.requestId, runtime.now());
  if (mine) c.executionCtx.waitUntil(afterTheAnswer(() => handleEvent(services, recorded, c.var.requestId)));
  return c.json({ received: true });
}

function customerIn({ object, previous_attributes: before }: WebhookEvent['data']): string | null {
  return object.account_holder?.customer || object.customer || before?.customer || null;
}

/** A fee is the platform's own, but it is about the account it was taken of. */
function accountOfFee({ object }: WebhookEvent['data']): string | null {
  return object.object === 'application_fee' ? object.account || null : null;
}

/** Begun before it, the work's first query would hold the answer up. */
async function afterTheAnswer(work: () => Promise<void>): Promise<void> {
  await scheduler.wait(0);
  await work();
}

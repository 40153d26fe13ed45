import type Stripe from 'stripe';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { invalid, noSuch } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import { mergeMetadata, object, optional, range, text, within } from '../api/params.ts';
import { capture } from '../charges/capture.ts';
import { checkSecret, paymentFor } from '../intents/browser.ts';
import { CANCELLATIONS, secretField } from '../intents/params.ts';
import { requireFee } from './application_fee.ts';
import { cancelPayment } from './cancel.ts';
import { checkPayment, isOffSession, requireNoCheckout, requirePaymentStatus } from './check.ts';
import { attemptPayment, confirmPayment } from './confirm.ts';
import { captureParams, confirmParams, createParams, updateParams } from './params.ts';
import {
  emptyPaymentIntent,
  keepPayment,
  type StoredPaymentIntent,
  shownPayment,
  tellPayment,
} from './payment_intent.ts';
import { withParams } from './update.ts';

const OPEN = ['requires_payment_method', 'requires_confirmation', 'requires_action'] as const;

export const paymentIntentEndpoints: ApiEndpoint[] = [
  endpoint('POST', '/v1/payment_intents', createParams, (call, { confirm, ...given }): Stripe.PaymentIntent => {
    const { world, store, cause } = call;
    const only = (['mandate_data', 'off_session', 'return_url'] as const).find((name) => given[name] != null);
    if (!confirm && only) {
      throw invalid(
        only,
        `The parameter '${only}' cannot be passed when creating a PaymentIntent unless 'confirm' is set to true.`,
      );
    }
    if (isOffSession(given) && given.setup_future_usage) {
      throw invalid(
        'setup_future_usage',
        'You may only specify one of these parameters: off_session, setup_future_usage.',
        'parameters_exclusive',
      );
    }
    const created = withParams(call, emptyPaymentIntent(store, given, world.now()), given);
    const { mandate_data, off_session, return_url } = given;
    const confirmation = { mandate_data, off_session, return_url };
    const method = confirm ? checkPayment(call, created, confirmation) : null;
    keepPayment(store, created);
    tellPayment(world, store, created, cause, 'created');
    return method ? attemptPayment(call, created, confirmation, method) : created;
  }),
  endpoint(
    'GET',
    '/v1/payment_intents',
    object({ ...paging, created: optional(range), customer: optional(text) }),
    ({ store, world, url }, wanted): Stripe.ApiList<Stripe.PaymentIntent> => {
      const found = page(
        'payment_intent',
        url,
        store.paymentIntents.values(),
        wanted,
        (intent) => within(intent.created, wanted.created) && (!wanted.customer || wanted.customer === intent.customer),
      );
      return { ...found, data: found.data.map((intent) => shownPayment(world, intent)) };
    },
  ),
  endpoint(
    'GET',
    '/v1/payment_intents/:id',
    object(secretField),
    (call, { client_secret }): object => {
      const intent = named(call);
      checkSecret(call, intent, client_secret);
      return paymentFor(call, shownPayment(call.world, intent));
    },
    { publishable: true },
  ),
  endpoint('POST', '/v1/payment_intents/:id', updateParams, (call, given): Stripe.PaymentIntent => {
    const intent = named(call);
    requirePaymentStatus(intent, [...OPEN, 'requires_capture'], 'update');
    return shownPayment(call.world, keepPayment(call.store, withParams(call, intent, given)));
  }),
  endpoint(
    'POST',
    '/v1/payment_intents/:id/confirm',
    confirmParams,
    (call, { client_secret, ...given }): object => {
      const intent = named(call);
      checkSecret(call, intent, client_secret);
      requireNoCheckout(call.store, intent, 'confirm');
      return paymentFor(call, confirmPayment(call, intent, given));
    },
    { publishable: true },
  ),
  endpoint('POST', '/v1/payment_intents/:id/capture', captureParams, (call, given): Stripe.PaymentIntent => {
    const { world, store, cause } = call;
    const intent = named(call);
    requirePaymentStatus(intent, ['requires_capture'], 'capture');
    const amount = given.amount_to_capture ?? intent.amount_capturable;
    if (amount > intent.amount_capturable) {
      throw invalid(
        'amount_to_capture',
        'The amount to capture is greater than the amount that can be captured.',
        'amount_too_large',
      );
    }
    requireFee(store, given.application_fee_amount, amount, 'application_fee_amount');
    const application_fee_amount = given.application_fee_amount ?? intent.application_fee_amount;
    const charge = intent.latest_charge && store.charges.get(intent.latest_charge);
    const paid = keepPayment(store, {
      ...intent,
      amount_capturable: 0,
      application_fee_amount,
      amount_received: amount,
      metadata: mergeMetadata(intent.metadata, given.metadata),
      status: 'succeeded',
    });
    if (charge) capture(world, store, { ...charge, application_fee_amount }, amount, cause);
    tellPayment(world, store, paid, cause, 'succeeded');
    return paid;
  }),
  endpoint(
    'POST',
    '/v1/payment_intents/:id/cancel',
    object({ cancellation_reason: optional(CANCELLATIONS) }),
    (call, { cancellation_reason = null }): Stripe.PaymentIntent => {
      const { world, store, cause } = call;
      const intent = named(call);
      requireNoCheckout(store, intent, 'cancel');
      requirePaymentStatus(intent, [...OPEN, 'requires_capture'], 'cancel');
      return cancelPayment(world, store, intent, cancellation_reason, cause);
    },
  ),
];

function named({ store, part }: Call): StoredPaymentIntent {
  const found = store.paymentIntents.get(part('id'));
  if (!found) throw noSuch('payment_intent', part('id'));
  return found;
}

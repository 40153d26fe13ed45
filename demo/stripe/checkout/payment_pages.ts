/** What Stripe's own page asks of the API; the official CLI pays with it. */
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { invalid } from '../api/errors.ts';
import { integer, object, optional, text } from '../api/params.ts';
import { checkSecret } from '../intents/browser.ts';
import { methodNamed } from '../payment_methods/changes.ts';
import { named } from './routes.ts';
import { type CheckoutSession, pageUrl, sessionObject } from './session.ts';
import { submit } from './submit.ts';

export const paymentPageEndpoints: ApiEndpoint[] = [
  endpoint(
    'GET',
    '/v1/payment_pages/:id',
    object({ client_secret: optional(text) }),
    (call, { client_secret }): object => pageObject(call, opened(call, client_secret)),
    { publishable: true },
  ),
  endpoint(
    'POST',
    '/v1/payment_pages/:id/confirm',
    object({
      client_secret: optional(text),
      expected_amount: optional(integer),
      payment_method: text,
    }),
    (call, { client_secret, expected_amount, payment_method }): object => {
      const session = opened(call, client_secret);
      if (expected_amount != null && expected_amount !== session.shown.amount_total) {
        throw invalid('expected_amount', `The amount is ${session.shown.amount_total}, not ${expected_amount}.`);
      }
      const { billing_details: buyer } = methodNamed(call.world, call.store, payment_method, 'payment_method').shown;
      submit(call, session, { payment_method, buyer });
      return pageObject(call, named(call));
    },
    { publishable: true },
  ),
];

/** The id of a session is all that leads to Stripe's own page; one that is shown elsewhere has a secret besides. */
function opened(call: Call, secret: string | null | undefined): CheckoutSession {
  const session = named(call);
  if (session.shown.client_secret !== null) checkSecret(call, session.shown, secret);
  return session;
}

/** As much of the session as a buyer may see. */
function pageObject({ world }: Call, session: CheckoutSession): object {
  const shown = sessionObject(world, session);
  return {
    id: shown.id,
    object: 'payment_page',
    amount_total: shown.amount_total,
    currency: shown.currency,
    expires_at: shown.expires_at,
    livemode: shown.livemode,
    mode: shown.mode,
    payment_method_types: shown.payment_method_types,
    payment_status: shown.payment_status,
    redirect_on_completion: shown.redirect_on_completion ?? null,
    status: shown.status,
    ui_mode: shown.ui_mode,
    url: pageUrl(world, session),
  };
}

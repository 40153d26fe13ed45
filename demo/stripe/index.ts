/** A stateful stand-in for Stripe, web standards only: `serve.ts` puts it on a port, tests call its `fetch`. */
import { type Context, Hono } from 'hono';
import { accountLinkEndpoints } from './account_links/routes.ts';
import { accountSessionEndpoints } from './account_sessions/routes.ts';
import { accountEndpoints } from './accounts/routes.ts';
import type { ApiEndpoint } from './api/endpoint.ts';
import { unrecognizedUrl } from './api/errors.ts';
import { corsHeaders, type Env, respond, sendError } from './api/respond.ts';
import { applicationFeeEndpoints } from './application_fees/routes.ts';
import { balanceEndpoints } from './balance/routes.ts';
import { balanceTransactionEndpoints } from './balance_transactions/routes.ts';
import { cashappRoutes } from './cashapp/routes.ts';
import { chargeEndpoints } from './charges/routes.ts';
import { checkoutRoutes } from './checkout/page_routes.ts';
import { patiently } from './checkout/patience.ts';
import { paymentPageEndpoints } from './checkout/payment_pages.ts';
import { checkoutEndpoints } from './checkout/routes.ts';
import { connectRoutes } from './connect/routes.ts';
import { expressPage, indexPage } from './controls/page.ts';
import { controlRoutes } from './controls/routes.ts';
import { customerEndpoints } from './customers/routes.ts';
import { disputeEndpoints } from './disputes/routes.ts';
import { eventEndpoints } from './events/routes.ts';
import { ConnectionReset, createFaults, htmlBadGateway, neverAnswer } from './faults.ts';
import { linkedAccountEndpoints } from './financial_connections/account_routes.ts';
import { dialogRoutes } from './financial_connections/dialog_routes.ts';
import { bankSessionEndpoints } from './financial_connections/session_routes.ts';
import { transactionEndpoints } from './financial_connections/transaction_routes.ts';
import { loginLinkEndpoints } from './login_links/routes.ts';
import { mandateEndpoints } from './mandates/routes.ts';
import { onboardingRoutes } from './onboarding/routes.ts';
import { paymentIntentEndpoints } from './payment_intents/routes.ts';
import { paymentMethodEndpoints } from './payment_methods/routes.ts';
import { payoutEndpoints } from './payouts/routes.ts';
import { priceEndpoints } from './prices/routes.ts';
import { productEndpoints } from './products/routes.ts';
import { type RecordedRequest, record } from './record.ts';
import { refundEndpoints } from './refunds/routes.ts';
import { setupIntentEndpoints } from './setup_intents/routes.ts';
import { createDeliveries } from './webhook_endpoints/delivery.ts';
import { webhookEndpointEndpoints } from './webhook_endpoints/routes.ts';
import { createWorld } from './world.ts';

export type { RecordedRequest } from './record.ts';

const ENDPOINTS: ApiEndpoint[] = [
  ...accountEndpoints,
  ...applicationFeeEndpoints,
  ...balanceEndpoints,
  ...balanceTransactionEndpoints,
  ...accountLinkEndpoints,
  ...accountSessionEndpoints,
  ...bankSessionEndpoints,
  ...chargeEndpoints,
  ...checkoutEndpoints,
  ...paymentPageEndpoints,
  ...customerEndpoints,
  ...disputeEndpoints,
  ...eventEndpoints,
  ...linkedAccountEndpoints,
  ...loginLinkEndpoints,
  ...mandateEndpoints,
  ...paymentIntentEndpoints,
  ...paymentMethodEndpoints,
  ...payoutEndpoints,
  ...priceEndpoints,
  ...productEndpoints,
  ...refundEndpoints,
  ...setupIntentEndpoints,
  ...transactionEndpoints,
  ...webhookEndpointEndpoints,
];

/** How many requests are kept to be looked at. */
const REMEMBERED = 1000;

export interface StripeStandIn {
  /** The API under /v1, hosted pages, /js/stripe.js and /_test/…; rejects like fetch where a fault breaks the connection. */
  fetch(request: Request): Promise<Response>;
  /** Unix seconds. Advancing also runs what falls due: checks, deadlines, webhook retries. */
  readonly clock: { now(): number; advance(seconds: number): void };
  /** Resolves once every webhook delivery that is due has been attempted. */
  settled(): Promise<void>;
  /** Newest first, without those under /_test/. */
  requests(): RecordedRequest[];
  close(): void;
}

export interface StripeOptions {
  /** Where browsers reach the stand-in, for the links it gives out. */
  origin: string;
  /** Sends a webhook. */
  deliver?: (request: Request) => Promise<Response>;
  /** Unix seconds. */
  now?: () => number;
  /** The text of a browser script; null where there is none. */
  scripts?: (name: 'stripe.js' | 'connect.js') => Promise<string | null>;
}

export function createStripe(options: StripeOptions): StripeStandIn {
  const {
    origin,
    deliver = (request) => fetch(request),
    now = () => Date.now() / 1000,
    scripts = async () => null,
  } = options;
  const deliveries = createDeliveries(deliver);
  const world = createWorld(origin, now, deliveries.announce);
  const faults = createFaults();
  const requests: RecordedRequest[] = [];
  const closing = new AbortController();

  const controls = controlRoutes({ world, faults, deliveries, requests });
  const app = new Hono<Env>();
  for (const endpoint of ENDPOINTS) app.on(endpoint.method, endpoint.path, (c) => respond(c, world, endpoint));
  app.options('/v1/*', (c) => preflight(c));
  app.all('/v1/*', (c) => sendError(c, unrecognizedUrl(c.req.method, c.req.path)));
  onboardingRoutes(app, world);
  dialogRoutes(app, world);
  cashappRoutes(app, world);
  checkoutRoutes(app, world, () => patiently(deliveries.settled()));
  connectRoutes(app, world);
  app.get('/', () => indexPage(world));
  app.get('/express/:account/:token', (c) => {
    const account = world.loginLinks.get(c.req.param('token'));
    if (c.req.method !== 'HEAD') world.loginLinks.delete(c.req.param('token'));
    return expressPage(account === c.req.param('account') ? account : null);
  });
  app.get('/js/:name{(stripe|connect)\\.js}', async (c) => {
    const script = await scripts(c.req.param('name') === 'stripe.js' ? 'stripe.js' : 'connect.js');
    if (script === null) return c.notFound();
    return c.body(script, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
    });
  });
  app.onError((error) => {
    throw error;
  });

  return {
    async fetch(request) {
      const { pathname } = new URL(request.url);
      world.runDue();
      if (pathname === '/_test' || pathname.startsWith('/_test/')) return controls.fetch(request);
      requests.unshift(await record(request));
      requests.length = Math.min(requests.length, REMEMBERED);
      const fault = faults.take(request.method, pathname);
      if (!pathname.startsWith('/v1/')) {
        if (fault === 'reset') throw new ConnectionReset();
        if (fault === 'timeout') return neverAnswer(request.signal, closing.signal);
        if (fault === 'html' || fault === '500' || fault === '429') return htmlBadGateway();
      }
      const response = await app.fetch(request, { fault, closing: closing.signal });
      if (fault === 'timeout_after_commit') return neverAnswer(request.signal, closing.signal);
      return response;
    },
    clock: { now: world.now, advance: world.advance },
    settled: deliveries.settled,
    requests: () => [...requests],
    close: () => closing.abort(),
  };
}

function preflight(c: Context<Env>): Response {
  return c.body(null, 204, {
    ...corsHeaders,
    'Access-Control-Allow-Headers': c.req.header('access-control-request-headers') ?? '*',
  });
}

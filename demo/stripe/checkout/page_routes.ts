/** Checkout's pages: `/c/pay/…` of their own, `/c/embed/…` in a frame of the merchant's. */
import type { Context, Hono } from 'hono';
import { ApiError } from '../api/errors.ts';
import type { Env } from '../api/respond.ts';
import { hostedCall } from '../intents/hosted.ts';
import type { StoredPaymentIntent } from '../payment_intents/payment_intent.ts';
import type { World } from '../world.ts';
import { authenticate, unauthenticated } from './authenticate.ts';
import { fieldOf, problemsOf, submissionOf, type Typed, whyNotPaid } from './form.ts';
import { authenticationPage, endedPage, finishedPage, leavingPage, unknownPage } from './other_pages.ts';
import { payPage } from './page.ts';
import { withSessionId } from './session.ts';
import { submit } from './submit.ts';
import { returning, revisited, type Visit, visitOf } from './visit.ts';

/** @param told resolves once the merchant has heard of what happened, or has had the time to */
export function checkoutRoutes(app: Hono<Env>, world: World, told: () => Promise<void>): void {
  const visited =
    (handle: (visit: Visit, c: Context<Env>) => Response | Promise<Response>) =>
    (c: Context<Env>): Response | Promise<Response> => {
      const visit = visitOf(world, c.req.param('way') ?? '', c.req.param('key') ?? '');
      return visit ? handle(visit, c) : unknownPage();
    };
  const path = '/c/:way{pay|embed}/:key';

  app.get(
    path,
    visited((visit) => (visit.session.shown.status === 'open' ? openPage(visit) : endedPage(visit))),
  );
  app.post(
    path,
    visited(async (visit, c) => {
      const { session, store } = visit;
      // A second click is answered as the first would have been.
      if (session.shown.status === 'complete') return paid(visit, c);
      if (session.shown.status === 'expired') return endedPage(visit);
      const typed = Object.fromEntries(new URLSearchParams(await c.req.text()));
      const problems = problemsOf(session, typed, world.now());
      if (Object.keys(problems).length > 0) return payPage(visit, { typed, problems, status: 422 });
      const client = { ip_address: '127.0.0.1', user_agent: c.req.header('user-agent') ?? null };
      try {
        const intent = submit(hostedCall(world, store, client), session, submissionOf(session, typed));
        await told();
        return goOn(revisited(visit), c, intent);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        await told();
        return refusedPage(revisited(visit), typed, error);
      }
    }),
  );

  app.get(
    `${path}/authenticate`,
    visited((visit, c) => (unauthenticated(visit) ? authenticationPage(visit) : c.redirect(visit.base, 303))),
  );
  app.post(
    `${path}/authenticate`,
    visited(async (visit, c) => {
      authenticate(visit, new URLSearchParams(await c.req.text()).get('decision') === 'complete');
      await told();
      return afterwards(revisited(visit), c);
    }),
  );
  // Where Cash App sends people back to.
  app.get('/c/back/:session', (c) => {
    const visit = returning(world, c.req.param('session'));
    if (!visit) return unknownPage();
    const { return_url } = visit.session.shown;
    // The page that the frame was in is gone: it is made anew, and asks what has become of the session.
    if (visit.framed && return_url) return c.redirect(withSessionId(return_url, visit.session), 303);
    return afterwards(visit, c);
  });
}

function openPage(visit: Visit): Promise<Response> {
  const intent = visit.store.paymentIntents.get(visit.session.shown.payment_intent ?? '');
  const failed = intent?.last_payment_error;
  return payPage(visit, { typed: {}, problems: {}, declined: failed ? whyNotPaid(failed) : null, status: 200 });
}

function refusedPage(visit: Visit, typed: Typed, error: ApiError): Promise<Response> {
  const field = fieldOf(error);
  const problems = field ? { [field]: error.message } : {};
  return payPage(visit, { typed, problems, declined: field ? null : error.message, status: error.status });
}

/** What was submitted is paid, or waits for the buyer to agree somewhere else. */
function goOn(visit: Visit, c: Context<Env>, intent: StoredPaymentIntent | null): Response | Promise<Response> {
  const cashapp = intent?.next_action?.cashapp_handle_redirect_or_display_qr_code?.mobile_auth_url;
  if (cashapp) return visit.framed ? leavingPage(visit, cashapp) : c.redirect(cashapp, 303);
  if (unauthenticated(visit)) return c.redirect(`${visit.base}/authenticate`, 303);
  return afterwards(visit, c);
}

function afterwards(visit: Visit, c: Context<Env>): Response | Promise<Response> {
  return visit.session.shown.status === 'complete' ? paid(visit, c) : c.redirect(visit.base, 303);
}

function paid(visit: Visit, c: Context<Env>): Response | Promise<Response> {
  const { success_url } = visit.session.shown;
  if (visit.framed || !success_url) return finishedPage(visit);
  return c.redirect(withSessionId(success_url, visit.session), 303);
}

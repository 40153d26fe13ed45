/** Checkout's pages: `/c/pay/…` of their own, `/c/embed/…` in a frame of the merchant's. */
import type { Context, Hono } from 'hono';
import { ApiError } from '../api/errors.ts';
import type { Env } from '../api/respond.ts';
import { hostedCall } from '../intents/hosted.ts';
import type { StoredPaymentIntent } from '../payment_intents/payment_intent.ts';
import { newId, type World } from '../world.ts';
import { authenticate, unauthenticated } from './authenticate.ts';
import { fieldOf, problemsOf, submissionOf, whyNotPaid } from './form.ts';
import { authenticationPage, endedPage, finishedPage, leavingPage, unknownPage } from './other_pages.ts';
import { payPage } from './page.ts';
import { keepSession, type Tried, withSessionId } from './session.ts';
import { submit } from './submit.ts';
import { returning, revisited, type Visit, visitOf } from './visit.ts';

/** @param told resolves once the merchant has heard of what happened, or has had the time to */
export function checkoutRoutes(app: Hono<Env>, world: World, told: () => Promise<void>): void {
  const visited =
    (handle: (visit: Visit, c: Context<Env>, form: URLSearchParams) => Response | Promise<Response>) =>
    async (c: Context<Env>): Promise<Response> => {
      // Before the session is looked up: what another request makes of it meanwhile has to be seen.
      const form = new URLSearchParams(await c.req.text());
      const visit = visitOf(world, c.req.param('way') ?? '', c.req.param('key') ?? '');
      return visit ? handle(visit, c, form) : unknownPage();
    };
  const path = '/c/:way{pay|embed}/:key';

  app.get(
    path,
    visited((visit, c) =>
      visit.session.shown.status === 'open' ? openPage(visit, c.req.query('tried')) : endedPage(visit),
    ),
  );
  app.post(
    path,
    visited(async (visit, c, form) => {
      const { session, store } = visit;
      // A second click is answered as the first would have been.
      if (session.shown.status === 'complete') return paid(visit, c);
      if (session.shown.status === 'expired') return endedPage(visit);
      const typed = Object.fromEntries(form);
      const problems = problemsOf(session, typed, world.now());
      if (Object.keys(problems).length > 0) return again(visit, c, { typed, problems, declined: null });
      const client = { ip_address: '127.0.0.1', user_agent: c.req.header('user-agent') ?? null };
      try {
        const intent = submit(hostedCall(world, store, client), session, submissionOf(session, typed));
        await told();
        return goOn(revisited(visit), c, intent);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        await told();
        const field = fieldOf(error);
        const [problem, declined] = field ? [{ [field]: error.message }, null] : [{}, error.message];
        return again(revisited(visit), c, { typed, problems: problem, declined });
      }
    }),
  );

  app.get(
    `${path}/authenticate`,
    visited((visit, c) => (unauthenticated(visit) ? authenticationPage(visit) : c.redirect(visit.base, 303))),
  );
  app.post(
    `${path}/authenticate`,
    visited(async (visit, c, form) => {
      authenticate(visit, form.get('decision') === 'complete');
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

function openPage(visit: Visit, id: string | undefined): Promise<Response> {
  const { tried, shown } = visit.session;
  if (tried && tried.id === id) return payPage(visit, tried);
  const failed = visit.store.paymentIntents.get(shown.payment_intent ?? '')?.last_payment_error;
  return payPage(visit, { typed: {}, problems: {}, declined: failed ? whyNotPaid(failed) : null });
}

/** At an address of its own, so that whoever comes back to it by the browser's button submits nothing again. */
function again({ store, session, base }: Visit, c: Context<Env>, what: Omit<Tried, 'id'>): Response {
  const tried = { ...what, id: newId('', 16) };
  keepSession(store, { ...session, tried });
  return c.redirect(`${base}?tried=${tried.id}`, 303);
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

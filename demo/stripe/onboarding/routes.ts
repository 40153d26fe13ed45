/** Hosted onboarding: a link opens it once, its pages lead through the steps, and it ends at `return_url`. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { ConnectedAccount } from '../accounts/account.ts';
import { saveAccount } from '../accounts/changes.ts';
import { submit } from '../accounts/review.ts';
import type { Env } from '../api/respond.ts';
import { STRIPE_ITSELF } from '../events/event.ts';
import { newId, type World } from '../world.ts';
import { htmlPage } from './layout.ts';
import { stepPage } from './page.ts';
import { SESSION_LIVES, type Session } from './session.ts';
import { answersOf, check, nextStep, type StepId, stepsOf, withAnswers } from './steps.ts';

export function onboardingRoutes(app: Hono<Env>, world: World): void {
  app.get('/setup/e/:account/:token', async (c) => {
    const link = world.accountLinks.get(c.req.param('token'));
    if (!link || link.account !== c.req.param('account')) return unknownLink();
    const account = usable(world, link);
    if (link.used || link.expiresAt <= world.now() || !account) return c.redirect(link.refreshUrl, 302);
    // A HEAD request is somebody looking, not somebody coming.
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'Cache-Control': 'no-store' });
    link.used = true;
    const { refreshUrl, returnUrl, platform, livemode } = link;
    const session: Session = {
      token: newId('', 32),
      account: account.id,
      platform,
      livemode,
      refreshUrl,
      returnUrl,
      expiresAt: world.now() + SESSION_LIVES,
      finished: false,
    };
    world.sessions.set(session.token, session);
    return stepPage({ session, account, step: nextStep(account) });
  });

  app.get('/setup/s/:session/:step', async (c) => {
    const session = world.sessions.get(c.req.param('session'));
    if (!session) return unknownLink();
    if (session.finished) return c.redirect(session.returnUrl, 302);
    const account = usable(world, session);
    if (!account || session.expiresAt <= world.now()) return c.redirect(session.refreshUrl, 302);
    const step = stepsOf(account).find((candidate) => candidate.id === c.req.param('step'));
    return step
      ? stepPage({ session, account, step: step.id })
      : c.redirect(`/setup/s/${session.token}/${nextStep(account)}`, 302);
  });

  app.post('/setup/s/:session/:step', async (c) => {
    const session = world.sessions.get(c.req.param('session'));
    if (!session) return unknownLink();
    if (session.finished) return c.redirect(session.returnUrl, 303);
    const form = new URLSearchParams(await c.req.text());
    const account = usable(world, session);
    const step = account && stepsOf(account).find((candidate) => candidate.id === c.req.param('step'));
    if (!account || !step || session.expiresAt <= world.now()) return c.redirect(session.refreshUrl, 303);
    const leaving = form.get('action') === 'save';
    const typed = Object.fromEntries(form);
    const { good, problems } = check(step, typed, answersOf(account), !leaving);
    if (!leaving && Object.keys(problems).length > 0)
      return stepPage({ session, account, step: step.id, typed, problems });

    const finished = leaving ? account.confirmed : [...new Set([...account.confirmed, step.id])];
    const answered: ConnectedAccount = { ...withAnswers(account, good, world.now()), confirmed: finished };
    const next = nextStep(answered);
    if (step.id !== 'review' || leaving || next !== 'review') {
      store(world, session, answered);
      return c.redirect(
        leaving ? session.returnUrl : `/setup/s/${session.token}/${after(answered, step.id, next)}`,
        303,
      );
    }
    const tos = { date: world.now(), ip: '127.0.0.1', user_agent: c.req.header('user-agent') ?? null };
    store(world, session, submit({ ...answered, tos: account.tos ?? tos }, world.now()));
    session.finished = true;
    return c.redirect(session.returnUrl, 303);
  });
}

/** The account, unless it was rejected or the platform lost it: then the person is sent back. */
function usable(world: World, at: { account: string; platform: string; livemode: boolean }): ConnectedAccount | null {
  const account = world.store(at.platform, at.livemode).accounts.get(at.account);
  return account?.access && account.review.status !== 'rejected' ? account : null;
}

function store(world: World, session: Session, account: ConnectedAccount): void {
  saveAccount(world, world.store(session.platform, session.livemode), account, STRIPE_ITSELF);
}

/** One that was edited from the review leads back to it; otherwise on to what is still open. */
function after(account: ConnectedAccount, current: StepId, open: StepId): StepId {
  const ids = stepsOf(account).map((step) => step.id);
  return ids.indexOf(open) < ids.indexOf(current) ? (ids[ids.indexOf(current) + 1] ?? open) : open;
}

function unknownLink(): Promise<Response> {
  return htmlPage(
    'This link does not work',
    html`<main class="page single"><div class="card"><h1>This link does not work</h1><p>Go back to the site that sent you and start again.</p></div></main>`,
    404,
  );
}

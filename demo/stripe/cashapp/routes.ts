/** Cash App's pages: a link opens a visit, the visit decides, and the way back is another one on each device. */
import type { Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Env } from '../api/respond.ts';
import { newId, type World } from '../world.ts';
import { decide } from './decide.ts';
import { askPage, decidedPage, endedPage, instructionsPage } from './page.ts';
import { qrPng, qrSvg } from './qr.ts';
import { returnUrl } from './return_url.ts';
import { type CashappVisit, freshen, openSessionOf, scanUrl, stateOf } from './session.ts';

export function cashappRoutes(app: Hono<Env>, world: World): void {
  app.use('/cashapp/*', cors());

  const open =
    (device: CashappVisit['device']) =>
    async (c: Context<Env>): Promise<Response> => {
      const token = c.req.param('token') ?? '';
      const session = world.cashappLinks.get(token);
      if (!session) return endedPage('unknown');
      const state = stateOf(world, session, token);
      if (state !== 'works') return endedPage(state);
      const visit = newId('', 32);
      world.cashappVisits.set(visit, { session, device });
      return c.redirect(`/cashapp/visits/${visit}`, 303);
    };
  app.get('/cashapp/authorize/:token', open('same'));
  app.get('/cashapp/scan/:token', open('other'));

  app.get('/cashapp/visits/:visit', (c) => {
    const visit = world.cashappVisits.get(c.req.param('visit'));
    if (!visit) return endedPage('unknown');
    const { session } = visit;
    if (session.status === 'open') return askPage(world, session);
    return endedPage(session.status === 'expired' ? 'expired' : 'used');
  });
  app.post('/cashapp/visits/:visit', async (c) => {
    const visit = world.cashappVisits.get(c.req.param('visit'));
    if (!visit) return endedPage('unknown');
    const { session, device } = visit;
    if (session.status !== 'open') return endedPage(session.status === 'expired' ? 'expired' : 'used');
    const wanted = new URLSearchParams(await c.req.text()).get('decision');
    decide(world, session, wanted === 'approved' ? 'approved' : 'declined');
    const back = device === 'same' ? returnUrl(session) : null;
    return back === null ? decidedPage(session) : c.redirect(back, 303);
  });

  app.get('/cashapp/instructions/:session', (c) => {
    const session = world.cashappSessions.get(c.req.param('session'));
    if (!session) return endedPage('unknown');
    if (session.status !== 'open') return endedPage(session.status === 'expired' ? 'expired' : 'used');
    freshen(world, session);
    return instructionsPage(world, session);
  });

  app.get('/cashapp/qr/:file{\\w+\\.(?:png|svg)}', async (c) => {
    const [token = '', kind] = c.req.param('file').split('.');
    const session = world.cashappLinks.get(token);
    if (!session) return c.text('No such code.', 404);
    if (stateOf(world, session, token) !== 'works') return c.text('This code no longer works.', 410);
    const url = scanUrl(world, token);
    // A page that isolates itself may show it, too.
    const headers = { 'Cache-Control': 'no-store', 'Cross-Origin-Resource-Policy': 'cross-origin' };
    return kind === 'svg'
      ? c.body(qrSvg(url), 200, { ...headers, 'Content-Type': 'image/svg+xml' })
      : c.body(await qrPng(url), 200, { ...headers, 'Content-Type': 'image/png' });
  });

  /** For the dialog in `/js/stripe.js`: what it resolves with when it is closed, as ordered under `/_test/`. */
  app.get('/cashapp/closing/:intent', (c) =>
    c.json({ resolve: openSessionOf(world, c.req.param('intent'))?.closing ?? 'intent' }),
  );
}

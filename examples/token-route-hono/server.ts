/**
 * The token route in Hono: it tells Inlay, signed, who is asking. `npm install hono @hono/node-server inlay`, put one of your
 * site's keys into the environment, then `node server.ts`: Node 22.18 or newer runs TypeScript as it is.
 */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { mintToken } from 'inlay/server';
// Yours: who sent these cookies, by your own session, with an id and an email; null where nobody is signed in.
import { signedIn } from '../session.ts';

const {
  INLAY_SITE = 'site_…',
  INLAY_WORKER = 'https://pay.example.com',
  INLAY_KEY_ID = '',
  INLAY_KEY_SECRET = '',
  PORT = '3000',
} = process.env;

const app = new Hono();

app.post('/inlay/token', async (c) => {
  const user = signedIn(c.req.header('Cookie'));
  if (user === null) return c.json({ error: 'Sign in first.' }, 401);
  const token = await mintToken({
    site: INLAY_SITE,
    worker: INLAY_WORKER,
    key: { id: INLAY_KEY_ID, secret: INLAY_KEY_SECRET },
    sub: user.id,
    email: user.email,
    scope: ['onboard', 'bank'],
  });
  return c.json({ token }, 200, { 'Cache-Control': 'no-store' });
});

serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1' });

/**
 * The token route in Express: it tells Inlay, signed, who is asking. `npm install express inlay`, put one of your site's keys
 * into the environment, then `node server.ts`: Node 22.18 or newer runs TypeScript as it is.
 */
import express from 'express';
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

const app = express();

app.post('/inlay/token', async (request, response) => {
  const user = signedIn(request.headers.cookie);
  if (user === null) {
    response.status(401).json({ error: 'Sign in first.' });
    return;
  }
  const token = await mintToken({
    site: INLAY_SITE,
    worker: INLAY_WORKER,
    key: { id: INLAY_KEY_ID, secret: INLAY_KEY_SECRET },
    sub: user.id,
    email: user.email,
    scope: ['onboard', 'bank'],
  });
  response.set('Cache-Control', 'no-store').json({ token });
});

app.listen(Number(PORT), '127.0.0.1');

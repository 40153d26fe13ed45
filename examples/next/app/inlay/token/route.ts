/**
 * The token route in Next, app/inlay/token/route.ts: it tells Inlay, signed, who is asking. `npm install inlay`, and put one
 * of your site's keys into the environment.
 */
import { mintToken } from 'inlay/server';
// Yours: who sent these cookies, by your own session, with an id and an email; null where nobody is signed in.
import { signedIn } from '../../../../session.ts';

export async function POST(request: Request): Promise<Response> {
  const user = signedIn(request.headers.get('Cookie'));
  if (user === null) return Response.json({ error: 'Sign in first.' }, { status: 401 });
  const {
    INLAY_SITE = 'site_…',
    INLAY_WORKER = 'https://pay.example.com',
    INLAY_KEY_ID = '',
    INLAY_KEY_SECRET = '',
  } = process.env;
  const token = await mintToken({
    site: INLAY_SITE,
    worker: INLAY_WORKER,
    key: { id: INLAY_KEY_ID, secret: INLAY_KEY_SECRET },
    sub: user.id,
    email: user.email,
    scope: ['onboard'],
  });
  return Response.json({ token }, { headers: { 'Cache-Control': 'no-store' } });
}

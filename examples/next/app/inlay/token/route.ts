/** The token route: it tells Inlay, signed, who is asking. */
import { mintToken } from 'inlay/server';
import { signedIn } from '../../../../session.ts';

export async function POST(request: Request): Promise<Response> {
  const user = signedIn(request.headers.get('Cookie'));
  if (user === null) return Response.json({ error: 'Sign in first.' }, { status: 401 });
  const { INLAY_SITE = '', INLAY_WORKER = '', INLAY_KEY_ID = '', INLAY_KEY_SECRET = '' } = process.env;
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

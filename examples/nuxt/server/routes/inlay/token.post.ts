/** The token route: it tells Inlay, signed, who is asking. */
import { mintToken } from 'inlay/server';
import { signedIn } from '../../../../session';

export default defineEventHandler(async (event) => {
  const user = signedIn(getRequestHeader(event, 'cookie'));
  if (user === null) throw createError({ statusCode: 401, statusMessage: 'Sign in first.' });
  const { INLAY_SITE = '', INLAY_WORKER = '', INLAY_KEY_ID = '', INLAY_KEY_SECRET = '' } = process.env;
  const token = await mintToken({
    site: INLAY_SITE,
    worker: INLAY_WORKER,
    key: { id: INLAY_KEY_ID, secret: INLAY_KEY_SECRET },
    sub: user.id,
    email: user.email,
    scope: ['onboard'],
  });
  setResponseHeader(event, 'Cache-Control', 'no-store');
  return { token };
});

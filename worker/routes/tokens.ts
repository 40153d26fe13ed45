/** Mints a user token for a site's backend that has no JWT library. */
import type { UserToken } from '../contract.ts';
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';
import { TokenRequest } from '../rules/token-request.ts';
import { LONGEST_TOKEN } from '../rules/user-claims.ts';
import { readBody } from '../trust/json-body.ts';
import { signToken } from '../trust/signed-token.ts';

export async function postToken(c: AppContext): Promise<Response> {
  const { expires_in, sub: user, ...claims } = await readBody(c, TokenRequest);
  const { site, services } = c.var;
  const now = services.runtime.now();
  const key = site.keys.findLast(({ expiresAt }) => expiresAt === null || expiresAt > now + expires_in * 1000);
  if (key === undefined) throw new InlayError('secret_key_invalid', { reason: 'every key of the site is ending' });
  const issuedAt = Math.floor(now / 1000);
  const statement = { ...claims, iss: site.id, aud: new URL(c.req.url).origin, sub: user };
  const token = await signToken(key, statement, { from: issuedAt, seconds: expires_in });
  if (token.length > LONGEST_TOKEN) {
    throw new InlayError('parameter_invalid', { param: 'account', message: 'The token would be longer than 4 KB.' });
  }
  return c.json({ object: 'user_token', token, expires_at: issuedAt + expires_in } satisfies UserToken);
}

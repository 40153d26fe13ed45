/** User tokens: the signature is checked here, rules/user-claims.ts decides everything else. */
import type { MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import type { Scope } from '../contract.ts';
import { InlayError } from '../errors.ts';
import type { AppEnv } from '../hono.ts';
import { judgeClaims, LONGEST_TOKEN, TokenHeader, type UserClaims } from '../rules/user-claims.ts';
import type { Services } from '../services.ts';
import { bearer } from './bearer.ts';
import { type CompactJws, isSignedBy, parseJws } from './jws.ts';
import { withinRates } from './rate-limit.ts';
import type { Site, SiteKey } from './site-directory.ts';

/** The request is a user's whose token has this scope, and there are not too many of them. */
export function asUser(scope: Scope): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await withinRates(c, async () => {
      const { services, site } = c.var;
      const token = bearer(c.req.header('Authorization'));
      if (token === null) throw new InlayError('token_missing');
      const claims = await verifyUserToken(services, site, token, new URL(c.req.url).origin);
      c.set('user', claims);
      if (!claims.scope.includes(scope)) {
        throw new InlayError('scope_missing', {
          param: 'scope',
          message: `The user token lacks the scope "${scope}".`,
        });
      }
      return claims.sub;
    });
    await next();
  };
}

/** @param audience the Worker's origin, as the caller knows it */
export async function verifyUserToken(
  services: Services,
  site: Site,
  token: string,
  audience: string,
): Promise<UserClaims> {
  if (token.length > LONGEST_TOKEN) throw invalid('the token is longer than 4 KB');
  const jws = parseToken(token);
  const header = v.safeParse(TokenHeader, jws.header);
  if (!header.success) throw invalid('the header is not { alg: HS256, typ: inlay+jwt, kid }');
  const { kid } = header.output;
  const now = services.runtime.now();
  const key = findKey(site, kid, now) ?? findKey(await services.directory.findAgain(site.id), kid, now);
  if (key === undefined) throw invalid('unknown kid');
  if (!(await isSignedBy(key.hmac, jws))) throw invalid('the signature does not match');
  const verdict = judgeClaims(jws.payload, { site: site.id, audience, now: Math.floor(now / 1000) });
  if (verdict.ok) return verdict.claims;
  throw new InlayError(verdict.code, { param: verdict.claim });
}

function parseToken(token: string): CompactJws {
  try {
    return parseJws(token);
  } catch {
    throw invalid('not a compact JWS of JSON');
  }
}

function findKey(site: Site | null, kid: string, now: number): SiteKey | undefined {
  return site?.keys.find((key) => key.id === kid && (key.expiresAt === null || key.expiresAt > now));
}

function invalid(reason: string): InlayError {
  return new InlayError('token_invalid', { reason });
}

/** Requests of users, with a token that one of the site's keys has signed. */
import type { MiddlewareHandler } from 'hono';
import type { Scope } from '../contract.ts';
import { type ErrorDetail, InlayError } from '../errors.ts';
import type { AppEnv } from '../hono.ts';
import type { UserClaims } from '../rules/user-claims.ts';
import type { Services } from '../services.ts';
import { bearer } from './bearer.ts';
import { withinRates } from './rate-limit.ts';
import { judgeToken, type TokenPart } from './signed-token.ts';
import type { Site } from './site-directory.ts';

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
  const now = services.runtime.now();
  const verdict = await judgeToken(
    token,
    async (id) => findKey(site, id, now) ?? findKey(await services.directory.findAgain(site.id), id, now),
    { site: site.id, audience, now: Math.floor(now / 1000) },
  );
  if (verdict.ok) return verdict.claims;
  throw new InlayError(verdict.code, verdict.claim === null ? unsigned(verdict) : { param: verdict.claim });
}

function findKey(site: Site | null, kid: string, now: number): CryptoKey | undefined {
  return site?.keys.find((key) => key.id === kid && (key.expiresAt === null || key.expiresAt > now))?.hmac;
}

function unsigned({ part, reason }: { readonly part: TokenPart | null; readonly reason: string }): ErrorDetail {
  return { reason, ...(part && { param: part }) };
}

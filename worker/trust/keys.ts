/** Requests of servers: a site's backend with one of its secret keys, the operator with the operator key. */
import type { MiddlewareHandler } from 'hono';
import { InlayError } from '../errors.ts';
import type { AppEnv } from '../hono.ts';
import { bearer, isSameSecret } from './bearer.ts';
import type { Site } from './site-directory.ts';

export const asSite: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { services, site } = c.var;
  const secret = bearer(c.req.header('Authorization'));
  const now = services.runtime.now();
  const isKeyOf = async (some: Site | null): Promise<boolean> => {
    if (secret === null || some === null) return false;
    const live = some.keys.filter((key) => key.expiresAt === null || key.expiresAt > now);
    const same = await Promise.all(live.map((key) => isSameSecret(key.secret, secret)));
    return same.includes(true);
  };
  if (!((await isKeyOf(site)) || (await isKeyOf(await services.directory.findAgain(site.id))))) {
    throw new InlayError('secret_key_invalid');
  }
  await next();
};

export const asOperator: MiddlewareHandler<AppEnv> = async (c, next) => {
  const key = bearer(c.req.header('Authorization'));
  if (key === null || !(await isSameSecret(key, c.var.services.settings.operatorKey))) {
    throw new InlayError('operator_key_invalid');
  }
  await next();
};

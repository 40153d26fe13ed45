/** Where the merchant stands. */
import { accountOf } from '../connected-account.ts';
import type { AppContext } from '../hono.ts';

export async function getAccount(c: AppContext): Promise<Response> {
  const { services, site, user } = c.var;
  return c.json(await accountOf(services, site, user.sub));
}

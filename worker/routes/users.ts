/** All that is known of one user, for the site's backend. */
import * as v from 'valibot';
import { bankAccountsOf } from '../bank-accounts.ts';
import { accountOf } from '../connected-account.ts';
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';
import { UserClaims } from '../rules/user-claims.ts';
import { shownAccounts } from '../store/bank-accounts.ts';

export async function getUser(c: AppContext): Promise<Response> {
  const { services, site } = c.var;
  const sub = c.req.param('sub') ?? '';
  if (!v.is(UserClaims.entries.sub, sub)) throw new InlayError('resource_missing', { param: 'sub' });
  const [account, banks] = [
    await accountOf(services, site, sub),
    await bankAccountsOf(services, site, { site: site.id, sub }),
  ];
  return c.json({ object: 'user', id: sub, account, bank_accounts: shownAccounts(banks) });
}

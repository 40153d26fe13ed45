/** All that is known of one user, for the site's backend. */
import * as v from 'valibot';
import { bankAccountsOf } from '../bank-accounts.ts';
import { accountOf } from '../connected-account.ts';
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';
import { paymentMethodsOf } from '../payment-methods.ts';
import { UserClaims } from '../rules/user-claims.ts';
import { shownAccounts } from '../store/bank-accounts.ts';
import type { Owner } from '../store/claims.ts';

/** Of the latest sales and payouts. */
const SALES = 20;
const PAYOUTS = 10;

export async function getUser(c: AppContext): Promise<Response> {
  const { services, site } = c.var;
  const sub = c.req.param('sub') ?? '';
  if (!v.is(UserClaims.entries.sub, sub)) throw new InlayError('resource_missing', { param: 'sub' });
  const owner: Owner = { site: site.id, sub };
  return c.json({
    object: 'user',
    id: sub,
    account: await accountOf(services, site, sub),
    bank_accounts: shownAccounts(await bankAccountsOf(services, site, owner)),
    payment_methods: await paymentMethodsOf(services, site, owner),
    consents: await services.consents.of(owner),
    sales: await services.sales.of(owner, SALES),
    payouts: await services.payouts.newest(owner, PAYOUTS),
  });
}

/** What Stripe.js gives a page of a session: less than the API shows, and its accounts as a plain array. */
import type { Store } from '../world.ts';
import { linkedAccountObject } from './account.ts';
import { accountsOf, type BankSession, bankSessionObject } from './session.ts';

export type BrowserSession = ReturnType<typeof browserSession>;

export function browserSession(store: Store, session: BankSession, now: number) {
  const { id, filters, permissions, return_url } = bankSessionObject(store, session, now);
  return {
    id,
    accounts: accountsOf(store, session).map((account) => {
      const {
        account_holder: _holder,
        account_numbers: _numbers,
        status_details: _details,
        subscriptions: _subscriptions,
        transaction_refresh: _refresh,
        ...shown
      } = linkedAccountObject(account);
      return shown;
    }),
    filters,
    permissions,
    ...(return_url !== undefined && { return_url }),
  };
}

import type Stripe from 'stripe';
import { type ApiEndpoint, endpoint } from '../api/endpoint.ts';
import { noSuch, refused } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import { object, optional, range, text, within } from '../api/params.ts';
import type { BankTransaction, LinkedAccount } from './account.ts';
import { requirePermission } from './account_routes.ts';

const ROOT = '/v1/financial_connections/transactions';

export const transactionEndpoints: ApiEndpoint[] = [
  endpoint(
    'GET',
    ROOT,
    object({
      ...paging,
      account: text,
      transacted_at: optional(range),
      transaction_refresh: optional(object({ after: text })),
    }),
    ({ store, url }, params): Stripe.ApiList<BankTransaction> => {
      const account = store.linkedAccounts.get(params.account);
      if (!account) throw noSuch('financial_connections.account', params.account, 'account');
      requirePermission(account, 'transactions');
      if (account.transactions === null) {
        throw refused(`There has been no successful transaction refresh of the account '${account.id}' yet.`, {
          code: 'financial_connections_no_successful_transaction_refresh',
        });
      }
      const later = params.transaction_refresh ? refreshesAfter(account, params.transaction_refresh.after) : null;
      return page(
        'financial_connections.transaction',
        url,
        account.transactions,
        params,
        (transaction) =>
          within(transaction.transacted_at, params.transacted_at) &&
          (later === null || later.has(transaction.transaction_refresh)),
      );
    },
  ),
  endpoint('GET', `${ROOT}/:id`, object({}), ({ store, part }): BankTransaction => {
    for (const account of store.linkedAccounts.values()) {
      const found = account.transactions?.find((transaction) => transaction.id === part('id'));
      if (found) return found;
    }
    throw noSuch('financial_connections.transaction', part('id'));
  }),
];

function refreshesAfter(account: LinkedAccount, id: string): Set<string> {
  const position = account.transactionRefreshes.indexOf(id);
  if (position < 0) throw noSuch('financial_connections.transaction_refresh', id, 'transaction_refresh[after]');
  return new Set(account.transactionRefreshes.slice(position + 1));
}

import type Stripe from 'stripe';
import { type ApiEndpoint, endpoint } from '../api/endpoint.ts';
import { invalid, noSuch } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import { currency, object, optional, range, text, within } from '../api/params.ts';
import { shownEntry } from './ledger.ts';

export const balanceTransactionEndpoints: ApiEndpoint[] = [
  endpoint(
    'GET',
    '/v1/balance_transactions',
    object({
      ...paging,
      created: optional(range),
      currency: optional(currency),
      payout: optional(text),
      source: optional(text),
      type: optional(text),
    }),
    ({ world, store, url }, wanted): Stripe.ApiList<Stripe.BalanceTransaction> => {
      if (wanted.payout) {
        if (!store.payouts.has(wanted.payout)) throw noSuch('payout', wanted.payout, 'payout');
        throw invalid('payout', 'Balance transaction history can only be filtered on automatic payouts, not manual.');
      }
      const list = page(
        'balance transaction',
        url,
        store.balanceTransactions.values(),
        wanted,
        (entry) =>
          within(entry.created, wanted.created) &&
          (!wanted.currency || wanted.currency === entry.currency) &&
          (!wanted.source || wanted.source === entry.source) &&
          (!wanted.type || wanted.type === entry.type),
      );
      return { ...list, data: list.data.map((entry) => shownEntry(entry, world.now())) };
    },
  ),
  endpoint('GET', '/v1/balance_transactions/:id', object({}), ({ world, store, part }): Stripe.BalanceTransaction => {
    const found = store.balanceTransactions.get(part('id'));
    if (!found) throw noSuch('balance transaction', part('id'));
    return shownEntry(found, world.now());
  }),
];

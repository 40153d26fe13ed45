import type Stripe from 'stripe';
import { newId, type Store } from '../world.ts';
import type { LinkedAccount } from './account.ts';
import { institutionNamed } from './institutions.ts';

/** Each refresh finds the owners anew, under a new id; the owners it found before can still be read. */
export function findOwners(
  store: Store,
  account: LinkedAccount,
  at: number,
): Stripe.FinancialConnections.AccountOwnership {
  const id = newId('fcaowns_1', 23);
  const owners = institutionNamed(account.institution)?.owners ?? [];
  const ownership: Stripe.FinancialConnections.AccountOwnership = {
    id,
    object: 'financial_connections.account_ownership',
    created: at,
    owners: {
      object: 'list',
      data: owners.map((owner) => ({
        id: newId('fcaown_1', 23),
        object: 'financial_connections.account_owner',
        ...owner,
        ownership: id,
        refreshed_at: at,
      })),
      has_more: false,
      url: `/v1/financial_connections/accounts/${account.id}/owners`,
    },
  };
  store.ownerships.set(id, { account: account.id, shown: ownership });
  return ownership;
}

import type Stripe from 'stripe';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { invalid, noSuch, refused } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import { list, object, oneOf, optional, text } from '../api/params.ts';
import type { Store } from '../world.ts';
import { FEATURES, type LinkedAccount, linkedAccountObject, type Permission } from './account.ts';
import { disconnect, saveLinked } from './changes.ts';
import { beginRefresh, mayRefresh, permissionFor, subscribe } from './refresh.ts';

type Shown = Stripe.FinancialConnections.Account;
const ROOT = '/v1/financial_connections/accounts';

const holderFilter = object({ account: optional(text), customer: optional(text), customer_account: optional(text) });
const transactionsOnly = object({ features: list(oneOf('transactions')) });

export const linkedAccountEndpoints: ApiEndpoint[] = [
  endpoint(
    'GET',
    ROOT,
    object({ ...paging, account_holder: optional(holderFilter), session: optional(text) }),
    ({ store, url }, filters): Stripe.ApiList<Shown> => {
      const { account, customer } = filters.account_holder ?? {};
      if (account && customer) {
        throw invalid(
          'account_holder',
          'You may only specify one of these parameters: account, customer.',
          'parameters_exclusive',
        );
      }
      if (customer && !store.customers.has(customer)) throw noSuch('customer', customer, 'account_holder[customer]');
      const linked = filters.session ? (sessionNamed(store, filters.session).linked ?? []) : null;
      const found = page('financial_connections.account', url, store.linkedAccounts.values(), filters, (candidate) => {
        const { holder } = candidate;
        return (
          (!linked || linked.includes(candidate.id)) &&
          (!customer || (holder.type === 'customer' && holder.customer === customer)) &&
          (!account || (holder.type === 'account' && holder.account === account)) &&
          !filters.account_holder?.customer_account
        );
      });
      return { ...found, data: found.data.map(linkedAccountObject) };
    },
  ),
  endpoint('GET', `${ROOT}/:id`, object({}), (call): Shown => linkedAccountObject(linkedAccount(call))),
  endpoint(
    'GET',
    `${ROOT}/:id/owners`,
    object({ ...paging, ownership: text }),
    (call, params): Stripe.ApiList<Stripe.FinancialConnections.AccountOwner> => {
      const account = linkedAccount(call);
      requirePermission(account, 'ownership');
      const ownership = call.store.ownerships.get(params.ownership);
      if (ownership?.account !== account.id)
        throw noSuch('financial_connections.account_ownership', params.ownership, 'ownership');
      // In the order the bank names them: lists show the last first.
      return page('financial_connections.account_owner', call.url, ownership.shown.owners.data.toReversed(), params);
    },
  ),
  endpoint('POST', `${ROOT}/:id/refresh`, object({ features: list(oneOf(...FEATURES)) }), (call, params): Shown => {
    const account = linkedAccount(call);
    for (const feature of params.features) requirePermission(account, permissionFor(feature));
    requireActive(account);
    const now = call.world.now();
    const due = params.features.filter((feature) => mayRefresh(account.refreshes[feature], now));
    return linkedAccountObject(beginRefresh(call.world, call.store, account, due, call.cause));
  }),
  endpoint('POST', `${ROOT}/:id/subscribe`, transactionsOnly, (call): Shown => {
    const account = linkedAccount(call);
    requirePermission(account, 'transactions');
    requireActive(account);
    return linkedAccountObject(subscribe(call.world, call.store, account, call.cause));
  }),
  endpoint('POST', `${ROOT}/:id/unsubscribe`, transactionsOnly, (call): Shown => {
    const account = linkedAccount(call);
    requirePermission(account, 'transactions');
    return linkedAccountObject(saveLinked(call.world, call.store, { ...account, subscribed: null }, call.cause));
  }),
  endpoint('POST', `${ROOT}/:id/disconnect`, object({}), (call): Shown => {
    return linkedAccountObject(disconnect(call.world, call.store, linkedAccount(call), call.cause));
  }),
];

function linkedAccount({ store, part }: Call): LinkedAccount {
  const found = store.linkedAccounts.get(part('id'));
  if (!found) throw noSuch('financial_connections.account', part('id'));
  return found;
}

function sessionNamed(store: Store, id: string) {
  const session = store.bankSessions.get(id);
  if (!session) throw noSuch('financial_connections.session', id, 'session');
  return session;
}

export function requirePermission(account: LinkedAccount, permission: Permission): void {
  if (account.permissions.includes(permission)) return;
  throw refused(`The account '${account.id}' was linked without the '${permission}' permission.`);
}

/** Disconnected or inactive, Stripe knows one code for both. */
function requireActive(account: LinkedAccount): void {
  if (account.status === 'active') return;
  throw refused(`The Financial Connections account '${account.id}' is ${account.status}.`, {
    code: 'financial_connections_account_inactive',
  });
}

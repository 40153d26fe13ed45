import type Stripe from 'stripe';
import * as v from 'valibot';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { invalid, noSuch } from '../api/errors.ts';
import { country, integer, list, object, oneOf, optional, text, url } from '../api/params.ts';
import { newId, type Store } from '../world.ts';
import { type Holder, PERMISSIONS } from './account.ts';
import { type BankSession, bankSessionObject } from './session.ts';

const holderParams = object({
  type: oneOf('account', 'customer'),
  account: optional(text),
  customer: optional(text),
  customer_account: optional(text),
});

const params = object({
  account_holder: holderParams,
  permissions: list(oneOf(...PERMISSIONS)),
  filters: optional(
    object({
      account_subcategories: optional(list(oneOf('checking', 'credit_card', 'line_of_credit', 'mortgage', 'savings'))),
      country: optional(country),
      require_payment_method_support: optional(oneOf('all', 'at_least_one', 'none')),
    }),
  ),
  // Empty: as many as the person likes.
  limits: optional(object({ accounts: v.nullable(integer) })),
  manual_entry: optional(object({ mode: optional(oneOf('automatic', 'disabled')) })),
  prefetch: optional(list(oneOf('balances', 'ownership', 'transactions'))),
  return_url: optional(url),
});
type SessionParams = v.InferOutput<typeof params>;

export const bankSessionEndpoints: ApiEndpoint[] = [
  endpoint('POST', '/v1/financial_connections/sessions', params, (call, given): Stripe.FinancialConnections.Session => {
    const session = newSession(call, given);
    call.store.bankSessions.set(session.id, session);
    return bankSessionObject(call.store, session, call.world.now());
  }),
  endpoint(
    'GET',
    '/v1/financial_connections/sessions/:id',
    object({}),
    ({ store, world, part }): Stripe.FinancialConnections.Session => {
      const session = store.bankSessions.get(part('id'));
      if (!session) throw noSuch('financial_connections.session', part('id'));
      return bankSessionObject(store, session, world.now());
    },
  ),
];

function newSession({ store, world }: Call, given: SessionParams): BankSession {
  const permissions = [...new Set(given.permissions)];
  const prefetch = [...new Set(given.prefetch ?? [])];
  const beyond = prefetch.find((feature) => !permissions.includes(feature));
  if (beyond) throw invalid('prefetch', `You cannot prefetch '${beyond}' without also requesting it in 'permissions'.`);
  const limit = given.limits?.accounts ?? null;
  if (limit !== null && limit < 1)
    throw invalid(
      'limits[accounts]',
      `This value must be greater than or equal to 1 (it currently is '${limit}').`,
      'parameter_invalid_integer',
    );
  return {
    id: newId('fcsess_1', 23),
    clientSecret: newId('fcsess_client_secret_', 24),
    livemode: store.livemode,
    created: world.now(),
    holder: holderOf(store, given.account_holder),
    permissions,
    prefetch,
    subcategories: given.filters?.account_subcategories ?? null,
    country: given.filters?.country ?? null,
    payment: given.filters?.require_payment_method_support ?? null,
    limit,
    manualEntry: given.manual_entry?.mode ?? null,
    returnUrl: given.return_url ?? null,
    linked: null,
  };
}

function holderOf(store: Store, given: v.InferOutput<typeof holderParams>): Holder {
  const { type, account, customer, customer_account } = given;
  if (Number(Boolean(account)) + Number(Boolean(customer)) + Number(Boolean(customer_account)) > 1) {
    throw invalid(
      'account_holder',
      'You may only specify one of these parameters: account, customer, customer_account.',
      'parameters_exclusive',
    );
  }
  if (type === 'account') {
    if (!account) throw missing('account');
    if (!store.accounts.get(account)?.access) throw noSuch('account', account, 'account_holder[account]');
    return { type, account };
  }
  // Accounts that are customers belong to Stripe's second API, which the stand-in does not have.
  if (customer_account) throw noSuch('account', customer_account, 'account_holder[customer_account]');
  if (!customer) throw missing('customer');
  const found = store.customers.get(customer);
  if (!found || found.deleted) throw noSuch('customer', customer, 'account_holder[customer]');
  return { type, customer };
}

function missing(name: 'account' | 'customer') {
  const param = `account_holder[${name}]`;
  return invalid(param, `Missing required param: ${param}.`, 'parameter_missing');
}

/** What each route of the Worker is for, who calls it, and what it can answer. */
import type * as contract from '../worker/contract.ts';

/** Who calls: nobody in particular, a page of a listed origin, its user, the site's backend, the operator, Stripe. */
export type Caller = 'anyone' | 'page' | 'user' | 'site' | 'operator' | 'stripe';

export interface Operation {
  readonly caller: Caller;
  readonly summary: string;
  /** What the user token has to be good for. */
  readonly scope?: contract.Scope;
  readonly body?: string;
  /** Such a body; the documentation sends it, and a test does. */
  readonly example?: object;
  /** Name and meaning of each parameter after the path. */
  readonly query?: Readonly<Record<string, string>>;
  /** Name and meaning of each header that has to be sent. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The same for headers that may be left out. */
  readonly optionalHeaders?: Readonly<Record<string, string>>;
  /** Status and the schema of its answer; null where there is no body. */
  readonly answer: readonly [status: number, schema: string | null];
  readonly errors: readonly contract.ErrorCode[];
}

/** What any body can be refused for. */
export const ofBody: readonly contract.ErrorCode[] = [
  'body_invalid',
  'body_too_large',
  'content_type_unsupported',
  'parameter_invalid',
  'parameter_missing',
  'parameter_unknown',
];
const page: contract.ErrorCode[] = ['site_unknown', 'origin_missing', 'origin_not_allowed', 'rate_limited'];
const user: contract.ErrorCode[] = [...page, 'token_missing', 'token_invalid', 'token_expired', 'scope_missing'];
const site: contract.ErrorCode[] = ['site_unknown', 'secret_key_invalid', 'secret_key_in_browser', 'rate_limited'];
const operator: contract.ErrorCode[] = ['operator_key_invalid', 'secret_key_in_browser'];
/** What any call of Stripe's can come to. */
export const ofStripe: readonly contract.ErrorCode[] = [
  'stripe_unavailable',
  'stripe_busy',
  'stripe_refused',
  'stripe_key_refused',
];

export const operations: Record<string, Operation> = {
  'GET /healthz': { caller: 'anyone', summary: 'Whether the Worker is set up.', answer: [200, 'Health'], errors: [] },
  'POST /v1/webhooks/stripe': {
    caller: 'stripe',
    summary: 'Receives account and Connect events.',
    answer: [200, 'WebhookReceived'],
    errors: ['signature_invalid', 'body_invalid', 'body_too_large'],
  },
  'GET /v1/sites': { caller: 'operator', summary: 'Lists sites.', answer: [200, 'SiteList'], errors: operator },
  'POST /v1/sites': {
    caller: 'operator',
    summary: 'Creates a site and its first secret key, which is shown once.',
    body: 'SiteCreate',
    example: {
      mode: 'test',
      business_name: 'Rocket Rides',
      country: 'US',
      currency: 'usd',
      origins: ['https://app.example.com'],
      stripe: { secret_key: 'sk_test_…', publishable_key: 'pk_test_…' },
    },
    answer: [201, 'SiteCreated'],
    errors: [...operator, ...ofBody, 'key_mode_mismatch', 'key_too_short'],
  },
  'GET /v1/sites/{site}': {
    caller: 'operator',
    summary: 'One site.',
    answer: [200, 'Site'],
    errors: [...operator, 'site_unknown'],
  },
  'PATCH /v1/sites/{site}': {
    caller: 'operator',
    summary: 'Changes the settings that are sent.',
    body: 'SiteChange',
    example: { terms_url: 'https://app.example.com/terms' },
    answer: [200, 'Site'],
    errors: [...operator, ...ofBody, 'site_unknown', 'key_mode_mismatch'],
  },
  'POST /v1/sites/{site}/keys': {
    caller: 'operator',
    summary: 'Rotates: a new secret key, shown once; older ones end after a while.',
    body: 'Rotation',
    example: { expire_others_in: 3600 },
    answer: [201, 'KeyRotated'],
    errors: [...operator, ...ofBody, 'site_unknown', 'key_too_short'],
  },
  'DELETE /v1/sites/{site}/keys/{key}': {
    caller: 'operator',
    summary: 'Ends one secret key at once.',
    answer: [200, 'KeyDeleted'],
    errors: [...operator, 'site_unknown', 'resource_missing', 'last_key'],
  },
  'POST /v1/sites/{site}/tokens': {
    caller: 'site',
    summary: 'Mints a user token.',
    body: 'TokenRequest',
    example: { sub: 'ann', scope: ['onboard'] },
    answer: [200, 'UserToken'],
    errors: [...site, ...ofBody],
  },
  'GET /v1/sites/{site}/users/{sub}': {
    caller: 'site',
    summary: 'All that is known of a user.',
    answer: [200, 'User'],
    errors: [...site, ...ofStripe, 'resource_missing'],
  },
  'POST /v1/sites/{site}/payment_intents': {
    caller: 'site',
    summary: 'Charges a saved payment method while the person is away: once for each Idempotency-Key.',
    headers: { 'Idempotency-Key': 'Of your own choice, 1 to 255 visible characters: the id of an order, say.' },
    body: 'PaymentIntentRequest',
    example: { user: 'ann', payment_method: 'pm_…', amount: 1475, currency: 'usd' },
    answer: [200, 'PaymentIntent'],
    errors: [
      ...site,
      ...ofBody,
      ...ofStripe,
      'resource_missing',
      'idempotency_key_missing',
      'idempotency_conflict',
      'charge_in_progress',
      'payment_declined',
      'payment_requires_action',
      'payment_method_detached',
      'mandate_inactive',
      'payment_unknown',
    ],
  },
  'GET /v1/sites/{site}/config': {
    caller: 'page',
    summary: 'What a page may know before anybody is signed in.',
    answer: [200, 'Config'],
    errors: page,
  },
  'GET /v1/sites/{site}/account': {
    caller: 'user',
    scope: 'onboard',
    summary: 'Where the merchant stands.',
    answer: [200, 'Account'],
    errors: [...user, ...ofStripe],
  },
  'GET /v1/sites/{site}/account_links': {
    caller: 'user',
    scope: 'onboard',
    summary: 'Makes nothing: gets the preflight of the next POST out of the way.',
    answer: [204, null],
    errors: user,
  },
  'POST /v1/sites/{site}/account_links': {
    caller: 'user',
    scope: 'onboard',
    summary: 'The connected account, created once, and a fresh single-use link into its onboarding.',
    body: 'AccountLinkRequest',
    example: { return_url: 'https://app.example.com/payouts' },
    answer: [200, 'AccountLink'],
    errors: [
      ...user,
      ...ofBody,
      ...ofStripe,
      'url_not_allowed',
      'prefill_refused',
      'link_refresh_limit',
      'account_disconnected',
      'account_being_created',
    ],
  },
  'POST /v1/sites/{site}/account_sessions': {
    caller: 'user',
    scope: 'embedded',
    summary: "A session in which Stripe Connect's embedded components act for the user's account.",
    body: 'AccountSessionRequest',
    example: { components: ['payouts'] },
    answer: [200, 'AccountSession'],
    errors: [
      ...user,
      ...ofBody,
      ...ofStripe,
      'component_not_allowed',
      'account_required',
      'account_disconnected',
      'account_being_created',
      'prefill_refused',
    ],
  },
  'GET /v1/sites/{site}/financial_connections/sessions': {
    caller: 'user',
    scope: 'bank',
    summary: 'What a session of this user would ask for.',
    answer: [200, 'BankSessionTerms'],
    errors: [...user, 'parameter_invalid'],
  },
  'POST /v1/sites/{site}/financial_connections/sessions': {
    caller: 'user',
    scope: 'bank',
    summary: 'A session in which bank accounts are linked, for Stripe.js or a FinancialConnectionsSheet.',
    body: 'BankSessionRequest',
    example: { permissions: ['balances'] },
    answer: [200, 'BankSession'],
    errors: [...user, ...ofBody, ...ofStripe, 'url_not_allowed', 'customer_being_created'],
  },
  'POST /v1/sites/{site}/financial_connections/sessions/{session}/sync': {
    caller: 'user',
    scope: 'bank',
    summary: 'Reads from Stripe what a session has linked, and keeps it.',
    answer: [200, 'LinkedBankSession'],
    errors: [...user, ...ofStripe, 'resource_missing'],
  },
  'GET /v1/sites/{site}/financial_connections/accounts': {
    caller: 'user',
    scope: 'bank',
    summary: 'Linked bank accounts.',
    query: { max_age: 'Seconds (0 to 60, by default 60): a list read from Stripe longer ago is read again.' },
    answer: [200, 'BankAccountList'],
    errors: [...user, ...ofStripe, 'parameter_invalid'],
  },
  'GET /v1/sites/{site}/financial_connections/accounts/{account}': {
    caller: 'user',
    scope: 'bank',
    summary: 'One linked bank account.',
    answer: [200, 'BankAccount'],
    errors: [...user, ...ofStripe, 'resource_missing'],
  },
  'DELETE /v1/sites/{site}/financial_connections/accounts/{account}': {
    caller: 'user',
    scope: 'bank',
    summary: 'Disconnects a bank account and forgets what was fetched of it. Safe to repeat.',
    answer: [200, 'BankAccount'],
    errors: [...user, ...ofStripe, 'resource_missing'],
  },
  'GET /v1/sites/{site}/financial_connections/accounts/{account}/owners': {
    caller: 'user',
    scope: 'bank',
    summary: 'Who owns a bank account.',
    answer: [200, 'BankAccountOwnerList'],
    errors: [...user, ...ofStripe, 'resource_missing', 'data_not_shared'],
  },
  'GET /v1/sites/{site}/financial_connections/accounts/{account}/transactions': {
    caller: 'user',
    scope: 'bank',
    summary: 'Transactions of the last 180 days, newest first.',
    query: { limit: '1 to 100, by default 50.', starting_after: 'Id of the last transaction of the page before.' },
    answer: [200, 'TransactionList'],
    errors: [...user, ...ofStripe, 'parameter_invalid', 'resource_missing', 'data_not_shared'],
  },
  'GET /v1/sites/{site}/financial_connections/accounts/{account}/transactions/monthly_totals': {
    caller: 'user',
    scope: 'bank',
    summary: 'Money in and out by calendar month (UTC), as far as transactions have been read.',
    answer: [200, 'MonthlyTotalList'],
    errors: [...user, ...ofStripe, 'resource_missing', 'data_not_shared'],
  },
  'POST /v1/sites/{site}/financial_connections/accounts/{account}/refresh': {
    caller: 'user',
    scope: 'bank',
    summary: 'Has Stripe ask the bank again. The account comes back with refreshes that are pending.',
    body: 'RefreshRequest',
    example: { features: ['balance'] },
    answer: [200, 'BankAccount'],
    errors: [
      ...user,
      ...ofBody,
      ...ofStripe,
      'resource_missing',
      'data_not_shared',
      'refresh_too_early',
      'bank_account_inactive',
      'bank_account_disconnected',
    ],
  },
  'GET /v1/sites/{site}/setup_intents': {
    caller: 'user',
    scope: 'save',
    summary: 'What the person agrees to by saving Cash App Pay, and whether it has to be shown.',
    answer: [200, 'SetupTerms'],
    errors: [...user, 'parameter_invalid', 'terms_not_configured'],
  },
  'POST /v1/sites/{site}/setup_intents': {
    caller: 'user',
    scope: 'save',
    summary: 'A SetupIntent for Cash App Pay, unconfirmed: Stripe.js or a mobile SDK confirms it.',
    body: 'SetupIntentRequest',
    example: { accepted_terms: '<version of the terms>' },
    answer: [200, 'SetupIntent'],
    errors: [...user, ...ofBody, ...ofStripe, 'terms_not_configured', 'terms_not_accepted', 'customer_being_created'],
  },
  'POST /v1/sites/{site}/setup_intents/{setup_intent}/sync': {
    caller: 'user',
    scope: 'save',
    summary: 'Reads from Stripe what became of a SetupIntent, and keeps what it has saved.',
    answer: [200, 'SetupOutcome'],
    errors: [...user, ...ofStripe, 'resource_missing'],
  },
  'GET /v1/sites/{site}/payment_methods': {
    caller: 'user',
    scope: 'save',
    summary: 'Saved payment methods.',
    query: { max_age: 'Seconds (0 to 60, by default 60): a list read from Stripe longer ago is read again.' },
    answer: [200, 'PaymentMethodList'],
    errors: [...user, ...ofStripe, 'parameter_invalid'],
  },
  'DELETE /v1/sites/{site}/payment_methods/{payment_method}': {
    caller: 'user',
    scope: 'save',
    summary: 'Detaches a payment method, for good. Safe to repeat.',
    answer: [200, 'PaymentMethodRemoved'],
    errors: [...user, ...ofStripe, 'resource_missing'],
  },
  'GET /v1/sites/{site}/checkout/merchants/{merchant}': {
    caller: 'page',
    summary: "Whether a merchant can sell now. One that does not exist cannot. `merchant` is the site's own user id.",
    answer: [200, 'CheckoutMerchant'],
    errors: [...page, ...ofStripe],
  },
  'GET /v1/sites/{site}/checkout/sessions': {
    caller: 'page',
    summary: 'Makes nothing: gets the preflight of the next POST out of the way.',
    answer: [204, null],
    errors: page,
  },
  'POST /v1/sites/{site}/checkout/sessions': {
    caller: 'page',
    summary: 'Begins a sale on a merchant’s account: once for each Idempotency-Key where one is sent.',
    optionalHeaders: {
      'Idempotency-Key': 'One nobody can guess, 1 to 255 visible characters, new for each try to buy something.',
    },
    body: 'CheckoutSessionRequest',
    example: {
      merchant: 'ann',
      line_items: [{ price: 'day_pass', quantity: 2 }],
      return_url: 'https://app.example.com/shop',
    },
    answer: [200, 'NewCheckoutSession'],
    errors: [
      ...page,
      ...ofBody,
      ...ofStripe,
      'url_not_allowed',
      'merchant_not_ready',
      'idempotency_key_missing',
      'idempotency_conflict',
      'checkout_in_progress',
      'quota_exceeded',
    ],
  },
  'GET /v1/sites/{site}/checkout/sessions/{session}': {
    caller: 'page',
    summary: 'What became of a sale, as Stripe says it.',
    answer: [200, 'CheckoutSession'],
    errors: [...page, ...ofStripe, 'resource_missing'],
  },
  'POST /v1/sites/{site}/checkup': {
    caller: 'page',
    summary:
      'What inlay-doctor can know of a site from outside, and whether a user token (Authorization) would be accepted.',
    optionalHeaders: { Authorization: 'Bearer, and the user token to look at. Nothing is done with it.' },
    answer: [200, 'Checkup'],
    errors: page,
  },
  'GET /v1/sites/{site}/financial_connections/return': {
    caller: 'anyone',
    summary: "Leads a bank's page in a web view back to the site's app (bank.app_return_url). Answers with HTML.",
    answer: [200, null],
    errors: ['site_unknown', 'route_unknown', 'rate_limited'],
  },
};

/** The part of the contract about bank accounts. Amounts are integers in the currency's minor unit. */
import * as v from 'valibot';

/** Since the Unix epoch. */
const Seconds = v.pipe(v.number(), v.integer());

export const CountryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'a two-letter country code in capitals'));

/** What a site may ask to see of a bank account; `payment_method` is for debiting it later. */
export const BankPermission = v.picklist(['balances', 'ownership', 'payment_method', 'transactions']);
export type BankPermission = v.InferOutput<typeof BankPermission>;

export const BankPrefetch = v.picklist(['balances', 'ownership', 'transactions']);
export type BankPrefetch = v.InferOutput<typeof BankPrefetch>;

export const BankAccountSubcategory = v.picklist(['checking', 'savings', 'mortgage', 'line_of_credit', 'credit_card']);

/** What a refresh brings up to date. Mind the singular: the permission is `balances`, the feature `balance`. */
export const RefreshFeature = v.picklist(['balance', 'ownership', 'transactions']);
export type RefreshFeature = v.InferOutput<typeof RefreshFeature>;

/** What a session of this user would ask for, before anything is pressed. */
export const BankSessionTerms = v.object({
  object: v.literal('financial_connections.session_terms'),
  permissions: v.array(BankPermission),
  prefetch: v.array(BankPrefetch),
  business_name: v.string(),
});
export type BankSessionTerms = v.InferOutput<typeof BankSessionTerms>;

/** Everything here only narrows what the token and the site allow; what would widen it is refused. */
export const BankSessionRequest = v.strictObject({
  permissions: v.optional(v.pipe(v.array(BankPermission), v.minLength(1))),
  prefetch: v.optional(v.array(BankPrefetch)),
  filters: v.optional(
    v.strictObject({
      account_subcategories: v.optional(v.pipe(v.array(BankAccountSubcategory), v.minLength(1))),
      country: v.optional(CountryCode),
    }),
  ),
  limits: v.optional(v.strictObject({ accounts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)) })),
  /** For web views only: where a bank's own app or page comes back to. On one of the site's origins, or the Worker's return page. */
  return_url: v.optional(v.string()),
});
export type BankSessionRequest = v.InferInput<typeof BankSessionRequest>;

/** As a browser's Stripe.js and the FinancialConnectionsSheet of an iOS or Android app need it. */
export const BankSession = v.object({
  object: v.literal('financial_connections.session'),
  id: v.string(),
  client_secret: v.string(),
  publishable_key: v.string(),
  permissions: v.array(BankPermission),
});
export type BankSession = v.InferOutput<typeof BankSession>;

const Refresh = v.object({
  /** `failed` leaves the data of the refresh before it in place. */
  status: v.picklist(['pending', 'succeeded', 'failed']),
  last_attempted_at: Seconds,
  /** Null: not before something else happens (it is pending, or the account is inactive). */
  next_refresh_available_at: v.nullable(Seconds),
});
export type Refresh = v.InferOutput<typeof Refresh>;

/** Currency code to an integer in that currency's minor unit: cents of `usd`, whole yen of `jpy`, thousandths of `kwd`. */
const Amounts = v.record(v.string(), v.pipe(v.number(), v.integer()));

export const Balance = v.object({
  as_of: Seconds,
  type: v.picklist(['cash', 'credit']),
  /** Posted funds: positive is owed to the holder, negative by them. */
  current: Amounts,
  /** Usable now; null where the bank does not say. */
  available: v.nullable(Amounts),
  /** Drawn of a credit; null where the bank does not say. */
  used: v.nullable(Amounts),
});
export type Balance = v.InferOutput<typeof Balance>;

export const BankAccount = v.object({
  object: v.literal('financial_connections.account'),
  /** `fca_…` */
  id: v.string(),
  institution_name: v.string(),
  display_name: v.nullable(v.string()),
  last4: v.nullable(v.string()),
  category: v.picklist(['cash', 'credit', 'investment', 'other']),
  subcategory: v.picklist(['checking', 'savings', 'mortgage', 'line_of_credit', 'credit_card', 'other']),
  /** `inactive` comes back by linking again; `disconnected` is final. */
  status: v.picklist(['active', 'inactive', 'disconnected']),
  /** True when the person has to log in to the bank again soon, by `expected_deactivation_date`. */
  relink_required: v.boolean(),
  expected_deactivation_date: v.nullable(Seconds),
  created: Seconds,
  permissions: v.array(BankPermission),
  supported_payment_method_types: v.array(v.string()),
  balance: v.nullable(Balance),
  balance_refresh: v.nullable(Refresh),
  ownership_refresh: v.nullable(Refresh),
  transaction_refresh: v.nullable(Refresh),
});
export type BankAccount = v.InferOutput<typeof BankAccount>;

/** What a finished session linked, as Stripe told the Worker. Empty: it was closed before anything was chosen. */
export const LinkedBankSession = v.object({
  object: v.literal('financial_connections.session'),
  id: v.string(),
  accounts: v.array(BankAccount),
});
export type LinkedBankSession = v.InferOutput<typeof LinkedBankSession>;

function listOf<const S extends v.GenericSchema>(item: S) {
  return v.object({ object: v.literal('list'), url: v.string(), has_more: v.boolean(), data: v.array(item) });
}

/** Newest first. Without those the person has removed; with those somebody else has disconnected. */
export const BankAccountList = v.object({
  ...listOf(BankAccount).entries,
  /** What a new session of this user would ask for: more than an account's `permissions` can be asked for again. */
  permissions: v.array(BankPermission),
});
export type BankAccountList = v.InferOutput<typeof BankAccountList>;

export const BankAccountOwner = v.object({
  object: v.literal('financial_connections.account_owner'),
  id: v.string(),
  name: v.string(),
  email: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  /** As the bank writes it, on one line. */
  raw_address: v.nullable(v.string()),
});
export type BankAccountOwner = v.InferOutput<typeof BankAccountOwner>;

export const BankAccountOwnerList = v.object({
  ...listOf(BankAccountOwner).entries,
  refresh: v.nullable(Refresh),
});
export type BankAccountOwnerList = v.InferOutput<typeof BankAccountOwnerList>;

export const Transaction = v.object({
  object: v.literal('financial_connections.transaction'),
  id: v.string(),
  /** In the currency's minor unit; negative is money out. */
  amount: v.pipe(v.number(), v.integer()),
  currency: v.string(),
  description: v.string(),
  status: v.picklist(['pending', 'posted', 'void']),
  transacted_at: Seconds,
});
export type Transaction = v.InferOutput<typeof Transaction>;

/** Newest first, of the last 180 days. The next page: `?starting_after=<id of the last>`. */
export const TransactionList = v.object({
  ...listOf(Transaction).entries,
  /** Null: none was ever asked for. */
  refresh: v.nullable(Refresh),
  /** Older ones are still being read from Stripe: ask again. */
  synchronizing: v.boolean(),
});
export type TransactionList = v.InferOutput<typeof TransactionList>;

/** Posted money of one account in one calendar month (UTC) and currency, in its minor unit. `out` is not above 0. */
export const MonthlyTotal = v.object({
  object: v.literal('monthly_total'),
  /** `2026-11` */
  month: v.string(),
  currency: v.string(),
  in: v.pipe(v.number(), v.integer()),
  out: v.pipe(v.number(), v.integer()),
});
export type MonthlyTotal = v.InferOutput<typeof MonthlyTotal>;

/** Oldest month first. */
export const MonthlyTotalList = listOf(MonthlyTotal);
export type MonthlyTotalList = v.InferOutput<typeof MonthlyTotalList>;

/** Left out: all that the account's permissions cover. */
export const RefreshRequest = v.strictObject({
  features: v.optional(v.pipe(v.array(RefreshFeature), v.minLength(1))),
});
export type RefreshRequest = v.InferInput<typeof RefreshRequest>;

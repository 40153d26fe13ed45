/** What a site asks for when one of its users links a bank account. Names are Stripe's (STRIPE.md 4.3). */
import * as v from 'valibot';
import { BankAccountSubcategory, BankPermission, BankPrefetch, CountryCode } from '../contract.ts';

const AccountLimit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));

/** `com.example.app:/…` or `exampleapp://…`: an app's own scheme, never one that a browser acts on itself. */
const AppUrl = v.pipe(
  v.string(),
  v.maxLength(2_048),
  v.check((value) => {
    const scheme = URL.parse(value)?.protocol;
    return scheme !== undefined && !/^(https?|javascript|data|blob|file|vbscript|about|ftp|wss?):$/.test(scheme);
  }, "an app's own address, such as exampleapp://bank-return"),
);

const filters = {
  account_subcategories: v.exactOptional(v.pipe(v.array(BankAccountSubcategory), v.minLength(1))),
  country: v.exactOptional(CountryCode),
};

export const BankSettings = v.pipe(
  v.strictObject({
    permissions: v.optional(v.pipe(v.array(BankPermission), v.minLength(1)), ['balances']),
    /** Fetched as soon as an account is linked. */
    prefetch: v.optional(v.array(BankPrefetch), []),
    filters: v.optional(
      v.strictObject({
        ...filters,
        require_payment_method_support: v.exactOptional(v.picklist(['all', 'at_least_one', 'none'])),
      }),
      {},
    ),
    limits: v.optional(v.strictObject({ accounts: v.exactOptional(AccountLimit) }), {}),
    manual_entry: v.optional(v.strictObject({ mode: v.picklist(['automatic', 'disabled']) }), { mode: 'automatic' }),
    /** Has Stripe refresh transactions of every linked account once a day, which it bills for. */
    subscribe: v.optional(v.array(v.literal('transactions')), []),
    /** Where the Worker's return page sends an app's person, whatever parameters are appended. */
    app_return_url: v.optional(v.nullable(AppUrl), null),
  }),
  v.check(
    ({ permissions, prefetch }) => prefetch.every((data) => permissions.includes(data)),
    'prefetch within permissions',
  ),
);
export type BankSettings = v.InferOutput<typeof BankSettings>;

export const defaultBankSettings: BankSettings = v.parse(BankSettings, {});

/** The `bank` claim of a user token: narrows the site's settings. */
export const BankClaim = v.strictObject({
  permissions: v.exactOptional(v.pipe(v.array(BankPermission), v.minLength(1))),
  prefetch: v.exactOptional(v.array(BankPrefetch)),
  filters: v.exactOptional(v.strictObject(filters)),
  limits: v.exactOptional(v.strictObject({ accounts: v.exactOptional(AccountLimit) })),
});
export type BankClaim = v.InferOutput<typeof BankClaim>;

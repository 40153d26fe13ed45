/**
 * What travels between widgets and Worker. Names are Stripe's. The widgets import types from here and nothing else,
 * so no schema reaches a page; the Worker validates with the schemas, and `openapi.json` is generated from them.
 */
import * as v from 'valibot';
import { Mode } from './contract/site.ts';

export * from './contract/checkout.ts';
export * from './contract/checkup.ts';
export * from './contract/embedded.ts';
export * from './contract/financial-connections.ts';
export * from './contract/payment-methods.ts';
export * from './contract/site.ts';

/** Seconds since the Unix epoch, as everywhere in Stripe's API. */
const Seconds = v.pipe(v.number(), v.integer());

export const Config = v.object({
  object: v.literal('config'),
  site: v.string(),
  mode: Mode,
  publishable_key: v.string(),
  business_name: v.string(),
  terms_url: v.nullable(v.string()),
  country: v.string(),
  currency: v.string(),
});
export type Config = v.InferOutput<typeof Config>;

/** Where a merchant stands. The first two mean: nothing, or not everything, has been submitted to Stripe yet. */
export const AccountStatus = v.picklist([
  /** No connected account exists for this user. */
  'none',
  /** Onboarding was not finished: `details_submitted` is false. */
  'incomplete',
  /** Submitted; Stripe is checking. Charges or payouts may already work. */
  'pending_verification',
  /** Everything works and nothing is asked for. */
  'enabled',
  /** Everything works, but Stripe needs more by `requirements.current_deadline` (null: no date set yet). */
  'due_later',
  /** A deadline was missed, or something is needed before charges or payouts can go on. */
  'past_due',
  /** Paused for a reason that the merchant cannot mend by filling in a form. */
  'restricted',
  /** Stripe rejected the account; final unless Stripe support says otherwise. */
  'rejected',
  /** The merchant, or Stripe, ended the platform's access to the account. */
  'disconnected',
]);
export type AccountStatus = v.InferOutput<typeof AccountStatus>;

export const Requirements = v.object({
  /** Stripe's field paths, for example `external_account` or `individual.dob.day`. */
  currently_due: v.array(v.string()),
  eventually_due: v.array(v.string()),
  past_due: v.array(v.string()),
  pending_verification: v.array(v.string()),
  current_deadline: v.nullable(Seconds),
  disabled_reason: v.nullable(v.string()),
  errors: v.array(v.object({ code: v.string(), reason: v.string(), requirement: v.string() })),
});
export type Requirements = v.InferOutput<typeof Requirements>;

export const Account = v.object({
  object: v.literal('account'),
  /** `acct_…`; null while the status is `none`. */
  id: v.nullable(v.string()),
  status: AccountStatus,
  details_submitted: v.boolean(),
  charges_enabled: v.boolean(),
  payouts_enabled: v.boolean(),
  country: v.nullable(v.string()),
  /** Capability name to `active`, `inactive` or `pending`. */
  capabilities: v.record(v.string(), v.string()),
  requirements: Requirements,
});
export type Account = v.InferOutput<typeof Account>;

export const AccountLinkRequest = v.strictObject({
  /** The host page to come back to, on one of the site's origins. The Worker adds `inlay=<AccountLinkReturn>` to it. */
  return_url: v.string(),
  /** How the page is shown: a `popup` comes back with its own marker, so that the returning page knows to close itself. */
  presentation: v.optional(v.picklist(['redirect', 'popup'])),
  /** True when Stripe sent the person back because a link was used or expired: at most three in ten minutes. */
  refresh: v.optional(v.boolean()),
});
export type AccountLinkRequest = v.InferInput<typeof AccountLinkRequest>;

/** Values of the `inlay` parameter on a returning page's address: which flow came back, and nothing else. */
export const AccountLinkReturn = v.picklist([
  'onboard-return',
  'onboard-refresh',
  'onboard-popup-return',
  'onboard-popup-refresh',
]);
export type AccountLinkReturn = v.InferOutput<typeof AccountLinkReturn>;

export const AccountLink = v.object({
  object: v.literal('account_link'),
  /** Single use. Go there at once; never store it, show it or put it in an attribute. */
  url: v.string(),
  expires_at: Seconds,
});
export type AccountLink = v.InferOutput<typeof AccountLink>;

export const UserToken = v.object({
  object: v.literal('user_token'),
  token: v.string(),
  expires_at: Seconds,
});
export type UserToken = v.InferOutput<typeof UserToken>;

export const ErrorType = v.picklist([
  'invalid_request_error',
  'authentication_error',
  'permission_error',
  'not_found_error',
  'rate_limit_error',
  'idempotency_error',
  'stripe_error',
  'api_error',
]);
export type ErrorType = v.InferOutput<typeof ErrorType>;

/** Every code a response can carry. `worker/errors.ts` gives each its status, type and public sentence. */
export const ErrorCode = v.picklist([
  'body_invalid',
  'body_too_large',
  'content_type_unsupported',
  'parameter_invalid',
  'parameter_missing',
  'parameter_unknown',
  'url_not_allowed',
  'key_mode_mismatch',
  'key_too_short',
  'last_key',
  'signature_invalid',
  'prefill_refused',
  'token_missing',
  'token_invalid',
  'token_expired',
  'secret_key_invalid',
  'operator_key_invalid',
  'origin_missing',
  'origin_not_allowed',
  'scope_missing',
  'secret_key_in_browser',
  'route_unknown',
  'site_unknown',
  'resource_missing',
  'rate_limited',
  'link_refresh_limit',
  'account_disconnected',
  'account_being_created',
  'customer_being_created',
  'data_not_shared',
  'bank_account_inactive',
  'bank_account_disconnected',
  'refresh_too_early',
  'terms_not_configured',
  'terms_not_accepted',
  'idempotency_key_missing',
  'idempotency_conflict',
  'charge_in_progress',
  'payment_declined',
  'payment_requires_action',
  'payment_method_detached',
  'mandate_inactive',
  'payment_unknown',
  'merchant_not_ready',
  'checkout_in_progress',
  'quota_exceeded',
  'account_required',
  'component_not_allowed',
  'stripe_unavailable',
  'stripe_busy',
  'stripe_refused',
  'stripe_key_refused',
  'storage_unavailable',
  'misconfigured',
  'internal',
]);
export type ErrorCode = v.InferOutput<typeof ErrorCode>;

export const ErrorBody = v.object({
  error: v.object({
    type: ErrorType,
    code: ErrorCode,
    /** For developers, in English; widgets show their own sentence for the code, in the person's language. */
    message: v.string(),
    /** The parameter, claim or setting to change. */
    param: v.optional(v.string()),
    /** The PaymentIntent that a failed charge left behind, `pi_…`. */
    payment_intent: v.optional(v.string()),
    request_id: v.string(),
  }),
});
export type ErrorBody = v.InferOutput<typeof ErrorBody>;

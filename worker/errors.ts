/**
 * The one error type, its closed set of codes, and the one place that turns it into a response. A thrown `InlayError`
 * carries a public sentence for the site's developer and, apart from it, a private reason for the operator's log.
 */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ErrorBody, ErrorCode, ErrorType } from './contract.ts';

interface Meaning {
  readonly status: ContentfulStatusCode;
  readonly type: ErrorType;
  readonly message: string;
  /** Seconds after which the same request may succeed; becomes `Retry-After`. */
  readonly retryAfter?: number;
}

const meanings = {
  body_invalid: [400, 'invalid_request_error', 'The body is not JSON that can be accepted.'],
  body_too_large: [413, 'invalid_request_error', 'The body is larger than 64 KB.'],
  content_type_unsupported: [415, 'invalid_request_error', 'Send the body as application/json.'],
  parameter_invalid: [400, 'invalid_request_error', 'A parameter has a value that cannot be accepted.'],
  parameter_missing: [400, 'invalid_request_error', 'A required parameter is missing.'],
  parameter_unknown: [400, 'invalid_request_error', 'The request has a parameter that does not exist.'],
  url_not_allowed: [400, 'invalid_request_error', "The URL must be on one of the site's origins."],
  key_mode_mismatch: [400, 'invalid_request_error', "The Stripe key does not belong to the site's mode."],
  key_too_short: [400, 'invalid_request_error', 'A site key needs at least 32 bytes.'],
  last_key: [400, 'invalid_request_error', 'The only key of a site cannot be revoked; rotate it instead.'],
  signature_invalid: [400, 'invalid_request_error', 'The webhook signature could not be verified.'],
  prefill_refused: [400, 'invalid_request_error', 'Stripe refused the `account` claim of the user token.'],
  token_missing: [401, 'authentication_error', 'Send a user token as `Authorization: Bearer …`.'],
  token_invalid: [401, 'authentication_error', 'The user token was not accepted.'],
  token_expired: [401, 'authentication_error', 'The user token has expired.'],
  secret_key_invalid: [401, 'authentication_error', "Send one of the site's secret keys as `Authorization: Bearer …`."],
  operator_key_invalid: [401, 'authentication_error', 'Send the operator key as `Authorization: Bearer …`.'],
  origin_missing: [403, 'permission_error', 'This route is for browsers: the request has no Origin header.'],
  origin_not_allowed: [403, 'permission_error', "The page's origin is not on the site's list of origins."],
  scope_missing: [403, 'permission_error', 'The user token lacks the scope that this route needs.'],
  secret_key_in_browser: [
    403,
    'permission_error',
    'This route is for servers: a secret key must never be in a browser.',
  ],
  route_unknown: [404, 'not_found_error', 'No such route.'],
  site_unknown: [404, 'not_found_error', 'No such site.'],
  resource_missing: [404, 'not_found_error', 'No such object.'],
  rate_limited: [429, 'rate_limit_error', 'Too many requests.', 60],
  link_refresh_limit: [429, 'rate_limit_error', 'Onboarding was sent back three times within ten minutes.', 600],
  account_disconnected: [409, 'stripe_error', 'The connected account ended its connection with the platform.'],
  account_being_created: [503, 'api_error', 'The account is being created by another request.', 1],
  customer_being_created: [503, 'api_error', 'The customer is being created by another request.', 1],
  data_not_shared: [403, 'permission_error', 'The person did not agree to share this data of the bank account.'],
  bank_account_inactive: [409, 'stripe_error', 'The bank account is inactive; it has to be linked again.'],
  bank_account_disconnected: [409, 'stripe_error', 'The bank account has been disconnected.'],
  refresh_too_early: [429, 'rate_limit_error', 'The bank allows no refresh yet.', 60],
  terms_not_configured: [409, 'api_error', 'The site has no `terms_url`: without it nobody can be asked to agree.'],
  terms_not_accepted: [400, 'invalid_request_error', 'The person has to accept the current terms first.'],
  idempotency_key_missing: [400, 'idempotency_error', 'Send an `Idempotency-Key` of 1 to 255 visible characters.'],
  idempotency_conflict: [409, 'idempotency_error', 'This `Idempotency-Key` was used with another body.'],
  charge_in_progress: [409, 'idempotency_error', 'A charge with this `Idempotency-Key` is still under way.', 1],
  payment_declined: [402, 'stripe_error', 'The charge was declined. A new try needs a new `Idempotency-Key`.'],
  payment_requires_action: [402, 'stripe_error', 'The charge needs the person to be there.'],
  payment_method_detached: [409, 'stripe_error', 'The payment method was removed; it can never be charged again.'],
  mandate_inactive: [409, 'stripe_error', 'The person has revoked the authorisation to charge this payment method.'],
  payment_unknown: [
    503,
    'stripe_error',
    'What became of the charge is not known yet. Repeat it with the same `Idempotency-Key`.',
    5,
  ],
  merchant_not_ready: [409, 'stripe_error', 'The merchant cannot take charges yet.'],
  checkout_in_progress: [409, 'idempotency_error', 'A session with this `Idempotency-Key` is being created.', 1],
  quota_exceeded: [429, 'rate_limit_error', "The site's sessions for today are used up."],
  account_required: [409, 'invalid_request_error', 'The user has no connected account yet.'],
  component_not_allowed: [403, 'permission_error', 'The site or the user token does not allow this component.'],
  stripe_unavailable: [503, 'stripe_error', 'Stripe could not be reached, or did not answer in time.', 2],
  stripe_busy: [503, 'stripe_error', 'Stripe asks to slow down.', 2],
  stripe_refused: [502, 'stripe_error', 'Stripe refused the request.'],
  stripe_key_refused: [500, 'stripe_error', "Stripe refused the site's secret key."],
  storage_unavailable: [503, 'api_error', 'The database could not be reached.', 2],
  misconfigured: [500, 'api_error', 'The Worker is not set up completely; its log says what is missing.'],
  internal: [500, 'api_error', 'Something went wrong on our side.'],
} as const satisfies Record<ErrorCode, readonly [number, ErrorType, string, number?]>;

export interface ErrorDetail {
  /** Replaces the code's public sentence. */
  readonly message?: string;
  /** The parameter, claim or setting to change. */
  readonly param?: string;
  /** Seconds; replaces the code's own. */
  readonly retryAfter?: number;
  /** The PaymentIntent that a failed charge left behind. */
  readonly paymentIntent?: string;
  /** For the log only: never sent. */
  readonly reason?: string;
  /** The code of Stripe's own error, for the log and for decisions. */
  readonly stripeCode?: string;
  /** Stripe's `Request-Id`, for the log. */
  readonly stripeRequestId?: string;
}

export class InlayError extends Error {
  override readonly name = 'InlayError';
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, detail: ErrorDetail = {}) {
    super(detail.reason ?? code);
    this.code = code;
    this.detail = detail;
  }
}

export function meaningOf(code: ErrorCode): Meaning {
  const [status, type, message, retryAfter]: readonly [ContentfulStatusCode, ErrorType, string, number?] =
    meanings[code];
  return retryAfter === undefined ? { status, type, message } : { status, type, message, retryAfter };
}

/** Anything thrown, as the error it means for the outside. What is not ours is a fault of ours. */
export function asInlayError(thrown: unknown): InlayError {
  if (thrown instanceof InlayError) return thrown;
  return new InlayError('internal', { reason: thrown instanceof Error ? thrown.name : typeof thrown });
}

export interface Answer {
  readonly status: ContentfulStatusCode;
  readonly body: ErrorBody;
  readonly headers: Record<string, string>;
}

export function errorAnswer(error: InlayError, requestId: string): Answer {
  const { status, type, message, retryAfter } = meaningOf(error.code);
  const { detail } = error;
  const wait = detail.retryAfter ?? retryAfter;
  return {
    status,
    body: {
      error: {
        type,
        code: error.code,
        message: detail.message ?? message,
        ...(detail.param === undefined ? {} : { param: detail.param }),
        ...(detail.paymentIntent === undefined ? {} : { payment_intent: detail.paymentIntent }),
        request_id: requestId,
      },
    },
    headers: { 'Cache-Control': 'no-store', ...(wait === undefined ? {} : { 'Retry-After': String(wait) }) },
  };
}

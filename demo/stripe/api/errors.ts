import type Stripe from 'stripe';

type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

export interface ErrorFields {
  type?: ErrorType;
  code?: string;
  message: string;
  param?: string;
  decline_code?: string;
  /** The charge that failed. */
  charge?: string;
  /** What failed, as it stands afterwards. */
  payment_intent?: Stripe.PaymentIntent;
  setup_intent?: Stripe.SetupIntent;
  payment_method?: Stripe.PaymentMethod;
}

/** An error answer. `saved` says whether the idempotency layer keeps it: what failed validation may be tried again. */
export class ApiError extends Error {
  readonly status: number;
  readonly fields: ErrorFields;
  readonly saved: boolean;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    fields: ErrorFields,
    options: { saved?: boolean; headers?: Record<string, string> } = {},
  ) {
    super(fields.message);
    this.status = status;
    this.fields = fields;
    this.saved = options.saved ?? true;
    this.headers = options.headers ?? {};
  }

  body(requestId: string, livemode: boolean): { error: Omit<Stripe.StripeRawError, 'headers'> } {
    const { type = 'invalid_request_error', code, message, param, ...failed } = this.fields;
    return {
      error: {
        ...failed,
        ...(code && { code, doc_url: docUrl(code) }),
        message,
        ...(param && { param }),
        request_log_url: `https://dashboard.stripe.com/${livemode ? '' : 'test/'}logs/${requestId}`,
        type,
      },
    };
  }
}

export function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
}

/** A parameter that cannot be used as it is: never saved against an idempotency key. */
export function invalid(param: string, message: string, code?: string): ApiError {
  return new ApiError(400, { message, param, ...(code && { code }) }, { saved: false });
}

/** The request is well formed, but the object's state or settings do not allow it. */
export function refused(message: string, fields: { code?: string; param?: string } = {}): ApiError {
  return new ApiError(400, { message, ...fields });
}

/** 404 where the id is in the URL, 400 where it came as a parameter. */
export function noSuch(kind: string, id: string, param = 'id'): ApiError {
  const fields = { code: 'resource_missing', message: `No such ${kind}: '${id}'`, param };
  return new ApiError(param === 'id' ? 404 : 400, fields);
}

export function unrecognizedUrl(method: string, path: string): ApiError {
  return new ApiError(404, {
    message: `Unrecognized request URL (${method}: ${path}). If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code. Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  });
}

export function noAccess(key: string, account: string): ApiError {
  return new ApiError(
    403,
    {
      code: 'account_invalid',
      message: `The provided key '${mask(key)}' does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`,
    },
    { saved: false },
  );
}

/** As Stripe prints keys: the prefix, stars, the last four characters. */
export function mask(key: string): string {
  const prefix = /^[a-z]+_(?:test|live)_/.exec(key)?.[0] ?? key.slice(0, 3);
  const rest = key.slice(prefix.length);
  return `${prefix}${'*'.repeat(Math.max(rest.length - 4, 3))}${rest.slice(-4)}`;
}

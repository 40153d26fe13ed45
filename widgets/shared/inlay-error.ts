import type { ErrorCode, ErrorType } from '../../worker/contract.ts';

/** The Worker's codes, and what can go wrong before it is reached. */
export type Code =
  | ErrorCode
  | 'offline'
  | 'timeout'
  | 'token_route_failed'
  | 'not_configured'
  /** Stripe's script, or a frame of its, is forbidden by a policy of the page. */
  | 'stripe_js_blocked'
  | 'stripe_js_failed'
  /** Stripe's dialog ended with an error of its own. */
  | 'bank_link_failed'
  /** The person, or Cash App, did not authorise; or did not in time. */
  | 'setup_declined'
  | 'setup_expired'
  /** Stripe's script failed while Cash App Pay was being saved. */
  | 'cashapp_failed'
  /** Stripe's Checkout in the page, or one of Connect's components, ended with an error of its own. */
  | 'checkout_failed'
  | 'embedded_failed'
  /** The buyer has submitted, and the money never came. */
  | 'checkout_declined'
  | 'unexpected';

export type Type = ErrorType | 'connection_error' | 'configuration_error';

/** The only error the widgets tell of. Its message is for developers; people read the sentence of its code. */
export class InlayError extends Error {
  readonly code: Code;
  readonly type: Type;
  readonly requestId: string | null;
  constructor(code: Code, message: string, type: Type = 'api_error', requestId: string | null = null) {
    super(message);
    this.name = 'InlayError';
    this.code = code;
    this.type = type;
    this.requestId = requestId;
  }
}

/** `detail` of `inlay-error`. */
export interface InlayErrorDetail {
  readonly type: Type;
  readonly code: Code;
  /** In the person's language, free of jargon. */
  readonly message: string;
  /** Whether trying again can help without anybody changing something first. */
  readonly recoverable: boolean;
  readonly requestId: string | null;
}

/** What became of an attempt. Pure: by the status that the Worker has read from Stripe; the rest only refines it. */
import type { PaymentMethod, SetupOutcome } from '../../worker/contract.ts';
import { type Code, InlayError } from '../shared/inlay-error.ts';

/** What Stripe's script said at the end of an attempt: never a proof. */
export interface Hint {
  readonly error: InlayError;
  /** The person may just have closed the dialog: how Stripe's script says that is not published. */
  readonly mayBeClosed: boolean;
}

export type Verdict =
  | { readonly is: 'saved'; readonly paymentMethod: PaymentMethod }
  | { readonly is: 'processing' }
  /** @param open the person may still go on in Cash App */
  | { readonly is: 'left'; readonly open: boolean }
  | { readonly is: 'failed'; readonly error: InlayError };

export function verdictOf({ status, payment_method, last_setup_error }: SetupOutcome, hint: Hint | null): Verdict {
  const failed = hint && ({ is: 'failed', error: hint.error } as const);
  switch (status) {
    case 'succeeded':
      return payment_method ? { is: 'saved', paymentMethod: payment_method } : { is: 'left', open: false };
    case 'processing':
      return { is: 'processing' };
    case 'requires_action':
      return failed && !hint.mayBeClosed ? failed : { is: 'left', open: true };
    case 'requires_confirmation':
      return failed ?? { is: 'left', open: false };
    case 'requires_payment_method':
    case 'canceled':
      if (last_setup_error) return { is: 'failed', error: refusal(last_setup_error.code) };
      return failed ?? { is: 'left', open: false };
  }
}

function refusal(code: string | null): InlayError {
  return new InlayError(isExpiry(code) ? 'setup_expired' : 'setup_declined', `Stripe: ${code}`, 'stripe_error');
}

/** Which of our codes one of Stripe's is. */
export function codeOf(code: string | undefined): Code {
  if (isExpiry(code)) return 'setup_expired';
  const declined =
    /^(setup_intent_authentication_failure|setup_attempt_failed|payment_method_(customer|provider)_decline)$/;
  return declined.test(code ?? '') ? 'setup_declined' : 'cashapp_failed';
}

function isExpiry(code: string | null | undefined): boolean {
  return code === 'setup_intent_setup_attempt_expired';
}

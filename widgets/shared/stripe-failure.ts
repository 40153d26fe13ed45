import { type Code, InlayError } from './inlay-error.ts';

/** What Stripe's script says of a failure: it may quote the secret that it was given. */
export function stripeFailure(code: Code, parts: readonly unknown[], secret: string): InlayError {
  return new InlayError(code, `Stripe: ${parts.join(' ')}`.replaceAll(secret, '…'), 'stripe_error');
}

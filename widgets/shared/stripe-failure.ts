import { type Code, InlayError } from './inlay-error.ts';

/** What Stripe's script says of a failure: it may quote the secrets that it was given. */
export function stripeFailure(code: Code, parts: readonly unknown[], ...secrets: readonly string[]): InlayError {
  const said = secrets.reduce((text, secret) => text.replaceAll(secret, '…'), `Stripe: ${parts.join(' ')}`);
  return new InlayError(code, said, 'stripe_error');
}

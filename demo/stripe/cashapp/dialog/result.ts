/** What the promises of the script resolve with. */
import type { StripeError } from '../../financial_connections/dialog/bank.ts';
import type { Answer, BrowserIntent, Links } from './intents.ts';

export type Result = { setupIntent: BrowserIntent } | { paymentIntent: BrowserIntent } | { error: StripeError };

export function resultOf(answer: Answer): Result {
  if ('error' in answer) return answer;
  const { intent } = answer;
  return intent.object === 'setup_intent' ? { setupIntent: intent } : { paymentIntent: intent };
}

/** How an attempt has ended; null while Cash App still waits for the person. */
export function ended(intent: BrowserIntent): Result | null {
  if (intent.status === 'requires_action') return null;
  if (intent.status !== 'requires_payment_method') return resultOf({ intent });
  const failure = intent.last_setup_error ?? intent.last_payment_error;
  return { error: withIntent(failure ?? { type: 'api_error', message: 'The attempt has failed.' }, intent) };
}

/** The person closed the dialog. Stripe does not say which of the two it is. */
export function closed(intent: BrowserIntent, how: 'error' | 'intent'): Result {
  const end = ended(intent);
  if (end || how === 'intent') return end ?? resultOf({ intent });
  const message = 'The customer closed the dialog before authorizing in Cash App.';
  return { error: withIntent({ type: 'validation_error', code: 'authentication_canceled', message }, intent) };
}

export function linksOf(intent: BrowserIntent): Links | null {
  return (
    (intent.status === 'requires_action' && intent.next_action?.cashapp_handle_redirect_or_display_qr_code) || null
  );
}

function withIntent(error: StripeError, intent: BrowserIntent): StripeError {
  return { ...error, [intent.object]: intent };
}

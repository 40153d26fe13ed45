/** Confirms an attempt with Stripe's script, in the way it is to be presented, and waits for its end. */
import type { SetupIntent } from '../../worker/contract.ts';
import { isFollowable } from '../shared/addresses.ts';
import { ended } from '../shared/ended.ts';
import { InlayError } from '../shared/inlay-error.ts';
import { stripeFailure } from '../shared/stripe-failure.ts';
import { refusedByPolicy, type Stripe, type StripeProblem } from '../shared/stripe-js.ts';
import type { QrCode } from './flow.ts';
import { followCodes } from './follow-codes.ts';
import type { Way } from './presentation.ts';
import { actionOf } from './qr-code.ts';
import { codeOf, type Hint } from './verdict.ts';

export interface Confirming {
  readonly way: Way;
  readonly returnUrl: string;
  /** Aborts when nobody waits for the end any longer. */
  readonly over: AbortSignal;
  /** The script has answered after all: it showed its dialog where this page was taken to have been left. */
  readonly late: () => void;
  readonly show: (code: QrCode) => void;
  readonly go: (url: string) => void;
}

/** What the script says in the end is a hint. It may quote what it was given. */
export async function confirm(stripe: () => Stripe, intent: SetupIntent, how: Confirming): Promise<Hint | null> {
  const { client_secret: secret } = intent;
  const listening = new AbortController();
  try {
    const hint = await Promise.race([
      how.way === 'stripe' ? inDialog(stripe(), secret, how) : byOurselves(stripe(), secret, how),
      refusedByPolicy(listening.signal),
      ended(how.over),
    ]);
    return hint;
  } catch (cause) {
    const error = cause instanceof InlayError ? cause : stripeFailure('cashapp_failed', [cause], secret);
    return { error, mayBeClosed: false };
  } finally {
    listening.abort();
  }
}

async function inDialog(stripe: Stripe, secret: string, { returnUrl, over, late }: Confirming): Promise<Hint | null> {
  const { error } = await stripe.confirmCashappSetup(secret, detailsFor(returnUrl));
  if (over.aborted) late();
  return error ? hintOf(error, secret) : null;
}

async function byOurselves(stripe: Stripe, secret: string, how: Confirming): Promise<Hint | null> {
  const confirmed = await stripe.confirmCashappSetup(secret, detailsFor(how.returnUrl), { handleActions: false });
  if (confirmed.error) return hintOf(confirmed.error, secret);
  if (confirmed.setupIntent?.status !== 'requires_action' || how.over.aborted) return null;
  const action = actionOf(confirmed);
  if (!action) throw stripeFailure('cashapp_failed', ['There is nowhere to authorise this.'], secret);
  if (how.way === 'draw') return followCodes(() => stripe.retrieveSetupIntent(secret), action, how);
  if (!isFollowable(action.mobile_auth_url))
    throw stripeFailure('cashapp_failed', ['The address is not https.'], secret);
  how.go(action.mobile_auth_url);
  return ended(how.over);
}

function detailsFor(return_url: string) {
  return { payment_method: { type: 'cashapp' as const }, return_url };
}

function hintOf({ type, code, message }: StripeProblem, secret: string): Hint {
  const mayBeClosed = type !== 'api_connection_error' && type !== 'api_error';
  return { error: stripeFailure(codeOf(code), [type, code, message], secret), mayBeClosed };
}

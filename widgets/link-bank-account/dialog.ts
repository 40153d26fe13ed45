/** One flow in Stripe's dialog: session and script fetched side by side, the dialog shown, its end waited for. */
import type { BankSession, BankSessionRequest } from '../../worker/contract.ts';
import { createSession } from '../shared/bank-api.ts';
import { InlayError } from '../shared/inlay-error.ts';
import type { Session } from '../shared/settings.ts';
import { stripeFailure } from '../shared/stripe-failure.ts';
import { loadStripeJs, refusedByPolicy, type Stripe, stripeFor } from '../shared/stripe-js.ts';
import { endTurn, takeTurn } from '../shared/turn.ts';

export interface Ended {
  /** `fcsess_…`; what came of it only the Worker can say. */
  readonly session: string;
  readonly problem: InlayError | null;
}

interface How {
  readonly locale: string;
  readonly nonce: string | undefined;
  /** Heeded until the dialog opens: Stripe has no way to close it. */
  readonly signal: AbortSignal;
  readonly opened: (session: string) => void;
}

export async function openDialog(session: Session, body: BankSessionRequest, how: How): Promise<Ended> {
  const turn = takeTurn();
  try {
    const [made, create] = await Promise.all([createSession(session, body, how.signal), loadStripeJs(how.nonce)]);
    how.signal.throwIfAborted();
    how.opened(made.id);
    const problem = await show(() => stripeFor(create, made.publishable_key, how.locale), made, turn.signal);
    return { session: made.id, problem };
  } finally {
    endTurn(turn);
  }
}

/** The dialog's own result is a hint. Here it only tells whether something went wrong. */
async function show(
  stripe: () => Stripe,
  { client_secret: clientSecret }: BankSession,
  signal: AbortSignal,
): Promise<InlayError | null> {
  const failed = (...parts: readonly unknown[]) => stripeFailure('bank_link_failed', parts, clientSecret);
  try {
    const result = stripe().collectFinancialConnectionsAccounts({ clientSecret });
    const { error } = await Promise.race([result, refusedByPolicy(signal)]);
    return error ? failed(error.type, error.code, error.message) : null;
  } catch (cause) {
    return cause instanceof InlayError ? cause : failed(cause);
  }
}

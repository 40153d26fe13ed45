/** Asks for a session's secret, finds its page, and makes the frame for it: one at a time in a page. */
import { IntegrationError } from '../../js/integration_error.ts';
import { checkoutFrame, type EmbeddedCheckout } from './frame.ts';
import { embeddedOptions, sessionOf } from './options.ts';

export interface At {
  /** The stand-in. */
  readonly origin: string;
  readonly key: string;
  readonly stripeAccount: string | undefined;
}

let exists = false;

export async function createEmbeddedCheckout(at: At, given: unknown): Promise<EmbeddedCheckout> {
  const options = embeddedOptions(given);
  if ('wrong' in options) {
    throw new IntegrationError(`Invalid value for stripe.createEmbeddedCheckoutPage(): ${options.wrong}.`);
  }
  if (exists) throw new IntegrationError('You cannot have multiple Embedded Checkout objects.');
  exists = true;
  const gone = () => {
    exists = false;
  };
  try {
    const session = sessionOf(await options.secret());
    if (!session) {
      throw new IntegrationError(
        'Invalid value for stripe.createEmbeddedCheckoutPage(): the client secret should be that of a Checkout Session, cs_…_secret_….',
      );
    }
    return checkoutFrame(await pageOf(at, session), at.origin, options.onComplete, gone);
  } catch (error) {
    gone();
    throw error;
  }
}

/** A session of a connected account is found only with the account that the key acts on. */
async function pageOf({ origin, key, stripeAccount }: At, session: { id: string; secret: string }): Promise<string> {
  const query = new URLSearchParams({ client_secret: session.secret });
  const response = await fetch(`${origin}/v1/payment_pages/${session.id}?${query}`, {
    headers: { Authorization: `Bearer ${key}`, ...(stripeAccount && { 'Stripe-Account': stripeAccount }) },
  });
  const answer: { url?: unknown; error?: { message?: unknown } } = await response.json();
  if (typeof answer.url === 'string') return answer.url;
  throw new IntegrationError(String(answer.error?.message ?? 'Checkout could not be loaded.'));
}

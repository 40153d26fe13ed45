/** Charges of saved methods while the person is away. */
import type Stripe from 'stripe';
import type { IntentReading } from '../rules/charge.ts';
import type { ChargeParams } from '../store/charges.ts';
import { createdAround, isMissing, RefusedPayment, type StripeCall } from './client.ts';
import { idOf } from './values.ts';

/**
 * Charges, or says what became of the try: a charge that Stripe refuses leaves an intent behind, and that decides.
 * @throws InlayError where there is no intent, or nobody knows
 */
export async function createCharge(
  call: StripeCall,
  customer: string,
  { payment_method, amount, currency, description, metadata }: ChargeParams,
  mark: string,
  idempotencyKey: string,
): Promise<IntentReading> {
  try {
    const intent = await call((stripe) =>
      stripe.paymentIntents.create(
        {
          amount,
          currency,
          customer,
          payment_method,
          allowed_payment_method_types: ['cashapp'],
          confirm: true,
          off_session: true,
          ...(description === undefined ? {} : { description }),
          metadata: { ...metadata, inlay_charge: mark },
        },
        { idempotencyKey },
      ),
    );
    return fromStripe(intent);
  } catch (thrown) {
    if (thrown instanceof RefusedPayment) return fromStripe(thrown.intent, [thrown.detail.stripeCode ?? '']);
    throw thrown;
  }
}

export interface OwnedIntent extends IntentReading {
  readonly customer: string | null;
  /** Under which key of the site it was charged; null where the site did so by itself. */
  readonly mark: string | null;
}

/** Null when Stripe has no such intent. */
export async function readPaymentIntent(call: StripeCall, id: string): Promise<OwnedIntent | null> {
  try {
    const intent = await call((stripe) => stripe.paymentIntents.retrieve(id));
    return { ...fromStripe(intent), customer: idOf(intent.customer), mark: intent.metadata.inlay_charge ?? null };
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

/** The intent that a claim led to, found without its idempotency key. @param claimedAt milliseconds */
export async function findCharge(
  call: StripeCall,
  customer: string,
  mark: string,
  claimedAt: number,
): Promise<IntentReading | null> {
  return call(async (stripe) => {
    const around = { customer, created: createdAround(claimedAt), limit: 100 };
    for await (const intent of stripe.paymentIntents.list(around)) {
      if (intent.metadata.inlay_charge === mark) return fromStripe(intent);
    }
    return null;
  });
}

function fromStripe(intent: Stripe.PaymentIntent, problems: readonly string[] = []): IntentReading {
  const { id, status, amount, currency, created, last_payment_error: error } = intent;
  return {
    id,
    status,
    amount,
    currency,
    payment_method: idOf(intent.payment_method),
    latest_charge: idOf(intent.latest_charge),
    created,
    problems: [...problems, error?.code ?? '', error?.decline_code ?? ''].filter((code) => code !== ''),
  };
}

/** Verifies a delivery and reads what we keep of it. Nothing else of the payload is believed or stored. */
import Stripe from 'stripe';
import * as v from 'valibot';
import { InlayError } from '../errors.ts';
import { signatureTimeFault } from '../rules/signature-time.ts';

const cryptoProvider = Stripe.createSubtleCryptoProvider();

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** An id, or the object that it is of; what is neither leads nowhere. */
const reference = v.fallback(
  v.pipe(
    v.union([id, v.object({ id })]),
    v.transform((one) => (typeof one === 'string' ? one : one.id)),
  ),
  '',
);

const Event = v.object({
  object: v.literal('event'),
  id: v.pipe(id, v.startsWith('evt_')),
  type: id,
  account: v.optional(v.nullable(id), null),
  livemode: v.boolean(),
  created: v.pipe(v.number(), v.integer()),
  // All of these only lead to the site whose key reads the object again; that reading is what counts.
  data: v.object({
    object: v.object({
      id: v.optional(id),
      account_holder: v.optional(v.nullable(v.object({ customer: reference }))),
      customer: reference,
      payment_method: reference,
      payment_intent: reference,
      object: v.fallback(v.string(), ''),
      account: reference,
    }),
    previous_attributes: v.optional(v.nullable(v.object({ customer: reference }))),
  }),
});
export type WebhookEvent = v.InferOutput<typeof Event>;

/**
 * @param body the bytes as they came
 * @param now milliseconds
 * @throws InlayError `signature_invalid` or `body_invalid`; the SDK's own error carries payload and header, so it is dropped
 */
export async function verifyWebhook(
  body: Uint8Array,
  header: string | undefined,
  secrets: readonly string[],
  now: number,
): Promise<WebhookEvent> {
  if (header === undefined) throw new InlayError('signature_invalid', { reason: 'no Stripe-Signature header' });
  const fault = signatureTimeFault(header, Math.floor(now / 1000));
  if (fault !== null) throw new InlayError('signature_invalid', { reason: fault });
  // A decoder that keeps a byte order mark: what is verified must be what was sent, to the byte.
  const payload = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(body);
  for (const secret of secrets) {
    const event = await constructEvent(payload, header, secret, now);
    if (event !== null) return readEvent(event.parsed);
  }
  throw new InlayError('signature_invalid', { reason: 'no signature matches a signing secret' });
}

/** Null when this secret did not sign the payload. */
async function constructEvent(
  payload: string,
  header: string,
  secret: string,
  now: number,
): Promise<{ parsed: unknown } | null> {
  try {
    return { parsed: await Stripe.webhooks.constructEventAsync(payload, header, secret, 300, cryptoProvider, now) };
  } catch (thrown) {
    if (thrown instanceof Stripe.errors.StripeSignatureVerificationError) return null;
    // The signature held; the body is no JSON, or a thin event.
    throw notASnapshot();
  }
}

function readEvent(parsed: unknown): WebhookEvent {
  const event = v.safeParse(Event, parsed);
  if (event.success) return event.output;
  throw notASnapshot();
}

function notASnapshot(): InlayError {
  return new InlayError('body_invalid', { message: 'The body is not a snapshot event of Stripe.' });
}

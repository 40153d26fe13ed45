/**
 * Stripe clients, one per secret key and kept for the life of the isolate, so that connections are reused; and the one
 * place that decides what is tried again and what a failure means to us.
 */
import Stripe from 'stripe';
import { type ErrorDetail, InlayError } from '../errors.ts';

/** Milliseconds a person waits for one answer of Stripe's. The SDK's own 80 s is too patient for a click. */
export const STRIPE_TIMEOUT = 10_000;
/** No new try begins once this many milliseconds have passed; a later request repeats the call with the same key. */
const LAST_TRY = 5_000;
const TRIES = 4;

export interface Pace {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Milliseconds; STRIPE_TIMEOUT but in tests. */
  readonly stripeTimeout: number;
}

export type StripeCall = <T>(call: (stripe: Stripe) => Promise<T>) => Promise<T>;

export function createStripeClients(api: URL, pace: Pace): (secretKey: string) => StripeCall {
  const clients = new Map<string, StripeCall>();
  return (secretKey) => {
    const known = clients.get(secretKey);
    if (known !== undefined) return known;
    const stripe = new Stripe(secretKey, {
      host: api.hostname,
      port: api.port === '' ? (api.protocol === 'https:' ? 443 : 80) : Number(api.port),
      protocol: api.protocol === 'https:' ? 'https' : 'http',
      timeout: pace.stripeTimeout,
      // Retried below instead: the SDK gives a plain 429 no second try and knows no deadline.
      maxNetworkRetries: 0,
      telemetry: false,
      httpClient: Stripe.createFetchHttpClient((...args: Parameters<typeof fetch>) => fetch(...args)),
    });
    const call: StripeCall = (ask) => withRetries(() => ask(stripe), pace);
    clients.set(secretKey, call);
    return call;
  };
}

/** Every call is either a read or carries its own idempotency key, so each may be repeated. */
async function withRetries<T>(call: () => Promise<T>, pace: Pace): Promise<T> {
  const began = pace.now();
  for (let tried = 1; ; tried += 1) {
    try {
      return await call();
    } catch (thrown) {
      const failure = classify(thrown);
      if (!failure.mayPass || tried === TRIES || pace.now() - began > LAST_TRY) throw failure.error;
      await pace.sleep(250 * 2 ** (tried - 1) * (0.5 + Math.random() / 2));
    }
  }
}

/** Stripe answered with a failure it has saved under our idempotency key: the same key will fail the same way for a day. */
export class SavedFailure extends InlayError {}

/** A charge that Stripe refused: the intent says what became of it, whatever the status of the answer. */
export class RefusedPayment extends InlayError {
  readonly intent: Stripe.PaymentIntent;
  constructor(detail: ErrorDetail, intent: Stripe.PaymentIntent) {
    super('stripe_refused', detail);
    this.intent = intent;
  }
}

/** What Stripe has no object of this id for, or none that this key may see. */
export function isMissing(thrown: unknown): thrown is InlayError {
  return (
    thrown instanceof InlayError && thrown.code === 'stripe_refused' && thrown.detail.stripeCode === 'resource_missing'
  );
}

/**
 * The `created` filter for what a claim of that time led to: an idempotency key, which would find it too, may be forgotten
 * after a day. @param time milliseconds
 */
export function createdAround(time: number): { gte: number; lte: number } {
  const second = Math.floor(time / 1000);
  return { gte: second - 3_600, lte: second + 48 * 3_600 };
}

interface Failure {
  readonly error: InlayError;
  /** Whether the same call may succeed a moment later. */
  readonly mayPass: boolean;
}

function classify(thrown: unknown): Failure {
  const { StripeError, StripeAuthenticationError, StripeConnectionError, StripeRateLimitError } = Stripe.errors;
  if (!(thrown instanceof StripeError)) {
    return { error: new InlayError('internal', { reason: nameOf(thrown) }), mayPass: false };
  }
  const detail = {
    // Never the SDK's message: it can quote what was sent.
    reason: [thrown.type, thrown.statusCode, thrown.param].filter((part) => part != null).join(' '),
    ...(thrown.code === undefined ? {} : { stripeCode: thrown.code }),
    ...(thrown.requestId === undefined ? {} : { stripeRequestId: thrown.requestId }),
  };
  if (thrown instanceof StripeConnectionError)
    return { error: new InlayError('stripe_unavailable', detail), mayPass: true };
  if (thrown instanceof StripeRateLimitError) return { error: new InlayError('stripe_busy', detail), mayPass: true };
  if (thrown instanceof StripeAuthenticationError) {
    return { error: new InlayError('stripe_key_refused', detail), mayPass: false };
  }
  if (thrown.code === 'account_invalid')
    return { error: new InlayError('account_disconnected', detail), mayPass: false };
  const status = thrown.statusCode ?? 500;
  if (status === 409) return { error: new InlayError('stripe_busy', detail), mayPass: true };
  if (status >= 500 || isUnreadable(thrown)) {
    if (thrown.headers?.['idempotent-replayed'] === 'true') {
      return { error: new SavedFailure('stripe_unavailable', detail), mayPass: false };
    }
    return {
      error: new InlayError('stripe_unavailable', detail),
      mayPass: thrown.headers?.['stripe-should-retry'] !== 'false',
    };
  }
  if (thrown.rawType === 'idempotency_error') {
    return { error: new InlayError('idempotency_conflict', detail), mayPass: false };
  }
  const param = thrown.param === undefined ? {} : { param: thrown.param };
  if (thrown.payment_intent !== undefined) {
    return { error: new RefusedPayment({ ...detail, ...param }, thrown.payment_intent), mayPass: false };
  }
  return { error: new InlayError('stripe_refused', { ...detail, ...param }), mayPass: false };
}

/** A body that is not JSON (a proxy's error page) says nothing about what Stripe did. */
function isUnreadable(error: InstanceType<typeof Stripe.errors.StripeError>): boolean {
  return error instanceof Stripe.errors.StripeAPIError && error.statusCode === undefined;
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : typeof thrown;
}

/** Saved payment methods as they travel: what saving Cash App Pay asks for, what is saved, and what is charged. */
import * as v from 'valibot';

/** Seconds since the Unix epoch. */
const Seconds = v.pipe(v.number(), v.integer());

export const SetupUsage = v.picklist(['on_session', 'off_session']);
export type SetupUsage = v.InferOutput<typeof SetupUsage>;

/** What a person agrees to by saving Cash App Pay. */
export const SetupTerms = v.object({
  object: v.literal('setup_intent.terms'),
  /** Whom the person authorises. */
  business_name: v.string(),
  /** The site's own terms. */
  terms_url: v.string(),
  /** Names what these terms say; sent back as `accepted_terms`. */
  version: v.string(),
  /** Whether they must be shown and accepted: until the person's first method has been saved under them. */
  required: v.boolean(),
  usage: SetupUsage,
});
export type SetupTerms = v.InferOutput<typeof SetupTerms>;

export const SetupIntentRequest = v.strictObject({
  /** `version` of the terms that were shown. Required where the terms say so. */
  accepted_terms: v.optional(v.pipe(v.string(), v.maxLength(100))),
  /** The language they were shown in, a BCP 47 tag; kept with the consent. */
  locale: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,35}$/, 'a BCP 47 language tag'))),
});
export type SetupIntentRequest = v.InferInput<typeof SetupIntentRequest>;

export const SetupIntent = v.object({
  object: v.literal('setup_intent'),
  id: v.string(),
  /** For Stripe.js, in this page and at once; confirm there and nowhere else. */
  client_secret: v.string(),
  publishable_key: v.string(),
});
export type SetupIntent = v.InferOutput<typeof SetupIntent>;

export const PaymentMethod = v.object({
  object: v.literal('payment_method'),
  /** `pm_…` */
  id: v.string(),
  type: v.literal('cashapp'),
  cashapp: v.object({
    /** With its `$`; null where Cash App does not say. */
    cashtag: v.nullable(v.string()),
  }),
  /** When it was saved. */
  created: Seconds,
  /** When it was last charged successfully; null where it was not, as far as the Worker knows. */
  last_used_at: v.nullable(Seconds),
});
export type PaymentMethod = v.InferOutput<typeof PaymentMethod>;

/** What came of a SetupIntent, as the Worker has just read it from Stripe. */
export const SetupOutcome = v.object({
  object: v.literal('setup_intent'),
  id: v.string(),
  status: v.picklist([
    'requires_payment_method',
    'requires_confirmation',
    'requires_action',
    'processing',
    'succeeded',
    'canceled',
  ]),
  /** Set when it has succeeded; null again once the method was removed. */
  payment_method: v.nullable(PaymentMethod),
  /** Stripe's code of the last failure. Which code Cash App uses for what is not published: go by the status. */
  last_setup_error: v.nullable(v.object({ code: v.nullable(v.string()) })),
});
export type SetupOutcome = v.InferOutput<typeof SetupOutcome>;

export const PaymentMethodList = v.object({
  object: v.literal('list'),
  url: v.string(),
  has_more: v.boolean(),
  /** Newest first. */
  data: v.array(PaymentMethod),
});
export type PaymentMethodList = v.InferOutput<typeof PaymentMethodList>;

export const PaymentMethodRemoved = v.object({
  object: v.literal('payment_method'),
  id: v.string(),
  deleted: v.literal(true),
});
export type PaymentMethodRemoved = v.InferOutput<typeof PaymentMethodRemoved>;

/** A charge while the person is away. The header `Idempotency-Key` is required: one key, one charge. */
export const PaymentIntentRequest = v.strictObject({
  /** The site's own user id. */
  user: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  /** One of this user's saved methods, `pm_…`. */
  payment_method: v.pipe(v.string(), v.regex(/^pm_\w{1,200}$/, 'the id of a payment method')),
  /** In cents. Stripe's least charge is 50; Cash App advises less than 200,000. */
  amount: v.pipe(v.number(), v.integer(), v.minValue(50), v.maxValue(99_999_999)),
  /** Cash App knows no other. */
  currency: v.literal('usd'),
  description: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(1_000))),
  /** As Stripe keeps it: up to 40 pairs; `inlay_` begins the Worker's own keys. */
  metadata: v.optional(
    v.pipe(
      v.record(
        v.pipe(v.string(), v.regex(/^(?!inlay_)[^[\]]{1,40}$/, 'a key of 1 to 40 characters without inlay_, [ or ]')),
        v.pipe(v.string(), v.maxLength(500)),
      ),
      v.check((pairs) => Object.keys(pairs).length <= 40, 'at most 40 pairs'),
    ),
  ),
});
export type PaymentIntentRequest = v.InferInput<typeof PaymentIntentRequest>;

export const PaymentIntent = v.object({
  object: v.literal('payment_intent'),
  id: v.string(),
  /** What is `processing` is settled by Stripe later. Every other end is an error with a code of its own. */
  status: v.picklist(['succeeded', 'processing']),
  amount: v.pipe(v.number(), v.integer()),
  currency: v.string(),
  payment_method: v.string(),
  latest_charge: v.nullable(v.string()),
  created: Seconds,
});
export type PaymentIntent = v.InferOutput<typeof PaymentIntent>;

/** What proves that a person agreed, for the site's backend. */
export const Consent = v.object({
  setup_intent: v.string(),
  /** What it led to; null where the person did not go on. */
  payment_method: v.nullable(v.string()),
  terms_version: v.string(),
  business_name: v.string(),
  terms_url: v.string(),
  locale: v.nullable(v.string()),
  accepted_at: Seconds,
  ip_address: v.nullable(v.string()),
  user_agent: v.nullable(v.string()),
});
export type Consent = v.InferOutput<typeof Consent>;

/** Sales of a connected merchant, as they travel: what a buyer begins, what became of it, what the site's backend sees. */
import * as v from 'valibot';

/** Seconds since the Unix epoch. */
const Seconds = v.pipe(v.number(), v.integer());

/** In the currency's minor unit. */
const Amount = v.pipe(v.number(), v.integer());

/** The site's own user id of the merchant; never an `acct_…`. */
const MerchantId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

/** A Price of the merchant's account, `price_…`, or an entry of the site's price list. */
export const PriceId = v.pipe(v.string(), v.regex(/^[A-Za-z]\w{0,99}$/, 'the id of a price'));

/** Whether a merchant can sell now. One that does not exist cannot, and looks no different. */
export const CheckoutMerchant = v.object({
  object: v.literal('checkout.merchant'),
  id: v.string(),
  charges_enabled: v.boolean(),
});
export type CheckoutMerchant = v.InferOutput<typeof CheckoutMerchant>;

export const CheckoutSessionRequest = v.strictObject({
  merchant: MerchantId,
  line_items: v.pipe(
    v.array(
      v.strictObject({
        price: PriceId,
        /** How much is the most stands in the site's settings. */
        quantity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
      }),
    ),
    v.minLength(1),
    v.maxLength(20),
    v.check((items) => new Set(items.map(({ price }) => price)).size === items.length, 'each price once'),
  ),
  /** The host page to come back to, on one of the site's origins. The Worker adds `inlay=<CheckoutReturn>` to it. */
  return_url: v.string(),
  /** `redirect`: Stripe's page, at `url`. `inline`: in the host page, with Stripe.js and `client_secret`. */
  presentation: v.optional(v.picklist(['redirect', 'inline']), 'redirect'),
  /** The buyer's language, a BCP 47 tag. Stripe's page speaks it where it can. */
  locale: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,35}$/, 'a BCP 47 language tag'))),
});
export type CheckoutSessionRequest = v.InferInput<typeof CheckoutSessionRequest>;

/**
 * Values of the `inlay` parameter on a returning page's address. After `checkout-return` there is also `checkout_session`,
 * the session's id; after `checkout-cancel` `checkout_price`, the first price of what was not bought.
 */
export const CheckoutReturn = v.picklist(['checkout-return', 'checkout-cancel']);
export type CheckoutReturn = v.InferOutput<typeof CheckoutReturn>;

/** What has just been begun. */
export const NewCheckoutSession = v.object({
  object: v.literal('checkout.session'),
  id: v.string(),
  /** Where the buyer pays; go there at once. Null where it is paid in the host page, or not to be paid any more. */
  url: v.nullable(v.string()),
  /** For Stripe.js, in this page and at once. Null where it is paid on Stripe's page. */
  client_secret: v.nullable(v.string()),
  publishable_key: v.string(),
  /** The merchant's `acct_…`, with which Stripe.js reaches the session. Null where it is paid on Stripe's page. */
  account: v.nullable(v.string()),
  expires_at: Seconds,
});
export type NewCheckoutSession = v.InferOutput<typeof NewCheckoutSession>;

/** What came of a session: Stripe's `status` and `payment_status`, and how the payment ended, in one word. */
export const CheckoutOutcome = v.picklist([
  /** Not paid yet. */
  'open',
  /** Nobody can pay it any more. */
  'expired',
  /** Submitted; the money takes days to arrive. */
  'processing',
  'paid',
  /** Submitted, and the money never came. */
  'failed',
]);
export type CheckoutOutcome = v.InferOutput<typeof CheckoutOutcome>;

const session = {
  object: v.literal('checkout.session'),
  /** `cs_…` */
  id: v.string(),
  merchant: v.string(),
  line_items: v.array(v.object({ price: v.string(), quantity: v.pipe(v.number(), v.integer()) })),
  status: v.picklist(['open', 'complete', 'expired']),
  payment_status: v.picklist(['unpaid', 'paid', 'no_payment_required']),
  outcome: CheckoutOutcome,
  amount_total: Amount,
  currency: v.string(),
  created: Seconds,
};

/** As much of a sale as anybody may know who knows its id. */
export const CheckoutSession = v.object(session);
export type CheckoutSession = v.InferOutput<typeof CheckoutSession>;

/** A sale, for the site's backend. */
export const Sale = v.object({
  ...session,
  /** `pi_…`; null until the buyer has submitted. */
  payment_intent: v.nullable(v.string()),
  /** What the site has taken, or takes once the money arrives. */
  application_fee_amount: Amount,
  /** What the site gave back of it. */
  application_fee_refunded: Amount,
  amount_refunded: Amount,
  dispute: v.nullable(v.object({ id: v.string(), status: v.string(), amount: Amount, reason: v.string() })),
});
export type Sale = v.InferOutput<typeof Sale>;

/** The paid sales of one merchant in one currency. */
export const SalesTotal = v.object({
  currency: v.string(),
  count: v.pipe(v.number(), v.integer()),
  amount_total: Amount,
  amount_refunded: Amount,
  /** Of sales whose dispute is open or lost. */
  amount_disputed: Amount,
  application_fee_amount: Amount,
  application_fee_refunded: Amount,
});
export type SalesTotal = v.InferOutput<typeof SalesTotal>;

export const Sales = v.object({
  totals: v.array(SalesTotal),
  /** The latest that were submitted, newest first. */
  recent: v.array(Sale),
});
export type Sales = v.InferOutput<typeof Sales>;

/** A merchant's money on its way to their bank, as last read from Stripe. */
export const Payout = v.object({
  object: v.literal('payout'),
  /** `po_…` */
  id: v.string(),
  amount: Amount,
  currency: v.string(),
  /** Stripe's; one that is `paid` may still become `failed` for some days. */
  status: v.string(),
  arrival_date: Seconds,
  created: Seconds,
  failure_code: v.nullable(v.string()),
});
export type Payout = v.InferOutput<typeof Payout>;

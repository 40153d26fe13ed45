/** Stripe Connect's embedded components, as a page asks for them. */
import * as v from 'valibot';

/** Names as in `POST /v1/account_sessions`; the attribute of `connect-embedded` has hyphens. */
export const EmbeddedComponent = v.picklist([
  'account_management',
  'account_onboarding',
  'balances',
  'documents',
  'notification_banner',
  'payment_method_settings',
  'payments',
  'payouts',
]);
export type EmbeddedComponent = v.InferOutput<typeof EmbeddedComponent>;

export const AccountSessionRequest = v.strictObject({
  /** No other than the token and the site allow. What each can do is for the site's settings to say. */
  components: v.pipe(
    v.array(EmbeddedComponent),
    v.minLength(1),
    v.maxLength(8),
    v.check((components) => new Set(components).size === components.length, 'each component once'),
  ),
});
export type AccountSessionRequest = v.InferInput<typeof AccountSessionRequest>;

export const AccountSession = v.object({
  object: v.literal('account_session'),
  /** For Stripe's script, in this page and at once; never stored, shown or logged. */
  client_secret: v.string(),
  publishable_key: v.string(),
  /** Seconds since the Unix epoch. */
  expires_at: v.pipe(v.number(), v.integer()),
  components: v.array(EmbeddedComponent),
});
export type AccountSession = v.InferOutput<typeof AccountSession>;

/** What an operator may set for a site. Origins are compared as strings, so they are kept in their normal form only. */
import * as v from 'valibot';
import { CountryCode, Mode } from '../contract.ts';
import { BankSettings } from './bank-settings.ts';
import { CheckoutSettings } from './checkout-settings.ts';
import { EmbeddedSettings } from './embedded-settings.ts';
import { SaveSettings } from './save-settings.ts';

/** `controller` of every connected account; values and defaults are Stripe's (STRIPE.md 3.1). */
const Controller = v.strictObject({
  fees: v.strictObject({ payer: v.picklist(['account', 'application']) }),
  losses: v.strictObject({ payments: v.picklist(['stripe', 'application']) }),
  requirement_collection: v.picklist(['stripe', 'application']),
  stripe_dashboard: v.strictObject({ type: v.picklist(['full', 'express', 'none']) }),
});
export type Controller = v.InferOutput<typeof Controller>;

/** An Express dashboard, the platform pays Stripe's fees and bears losses: what most marketplaces choose. */
const expressController: Controller = {
  fees: { payer: 'application' },
  losses: { payments: 'application' },
  requirement_collection: 'stripe',
  stripe_dashboard: { type: 'express' },
};

/** The combinations Stripe refuses, each with the sentence an operator needs. Null when Stripe takes it. */
export function controllerFault(controller: Controller): string | null {
  const dashboard = controller.stripe_dashboard.type;
  const stripeBearsLosses = controller.losses.payments === 'stripe';
  const accountPays = controller.fees.payer === 'account';
  const platformCollects = controller.requirement_collection === 'application';
  if (!stripeBearsLosses && accountPays) return 'losses.payments=application needs fees.payer=application';
  if (platformCollects && (stripeBearsLosses || dashboard !== 'none')) {
    return 'requirement_collection=application needs losses.payments=application and stripe_dashboard.type=none';
  }
  if (dashboard === 'express' && (stripeBearsLosses || accountPays)) {
    return 'stripe_dashboard.type=express needs losses.payments=application and fees.payer=application';
  }
  if (dashboard === 'full' && !(stripeBearsLosses && accountPays)) {
    return 'stripe_dashboard.type=full needs losses.payments=stripe and fees.payer=account';
  }
  if (dashboard === 'none' && !platformCollects && !stripeBearsLosses) {
    return 'stripe_dashboard.type=none with losses.payments=application needs requirement_collection=application';
  }
  return null;
}

/** An origin exactly as a browser would send it: no path, no trailing slash, lower case, default port left out. */
const Origin = v.pipe(
  v.string(),
  v.maxLength(300),
  v.check((value) => {
    const url = URL.parse(value);
    return url !== null && url.origin === value && /^https?:$/.test(url.protocol) && !url.hostname.includes('*');
  }, 'an origin such as https://app.example.com, without path or trailing slash'),
);

const HttpUrl = v.pipe(
  v.string(),
  v.maxLength(2_048),
  v.check((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ''), 'an http or https URL'),
);

const fields = {
  business_name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  terms_url: v.nullable(HttpUrl),
  country: CountryCode,
  currency: v.pipe(v.string(), v.regex(/^[a-z]{3}$/, 'a three-letter currency code in small letters')),
  origins: v.pipe(v.array(Origin), v.minLength(1), v.maxLength(100)),
  controller: Controller,
  /** Capabilities requested for every connected account. */
  capabilities: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{2,60}$/, "a capability's name"))),
    v.maxLength(50),
  ),
  /** What hosted onboarding asks for: what is needed now, or all that will ever be (`collection_options[fields]`). */
  collect: v.picklist(['currently_due', 'eventually_due']),
  bank: BankSettings,
  save: SaveSettings,
  checkout: CheckoutSettings,
  embedded: EmbeddedSettings,
};

export const SiteSettings = v.object(fields);
export type SiteSettings = v.InferOutput<typeof SiteSettings>;

const StripeKeys = v.strictObject({
  secret_key: v.pipe(v.string(), v.regex(/^(sk|rk)_(test|live)_\S{8,}$/, 'a secret or restricted key of Stripe')),
  publishable_key: v.pipe(v.string(), v.regex(/^pk_(test|live)_\S{3,}$/, 'a publishable key of Stripe')),
});
export type StripeKeys = v.InferOutput<typeof StripeKeys>;

const KeyRequest = v.strictObject({
  /** Made by the Worker when left out. */
  secret: v.exactOptional(v.pipe(v.string(), v.maxLength(512))),
});

/** Seconds for which older keys still work after a rotation; as long as Stripe's own secrets overlap. */
const OVERLAP = 24 * 3_600;

export const Rotation = v.strictObject({
  ...KeyRequest.entries,
  /** Seconds until every older key stops. */
  expire_others_in: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(30 * 24 * 3_600)), OVERLAP),
});

export const SiteCreate = v.strictObject({
  id: v.exactOptional(v.pipe(v.string(), v.regex(/^site_[a-z0-9_]{3,48}$/, 'site_ and 3 to 48 of a-z, 0-9, _'))),
  mode: Mode,
  stripe: StripeKeys,
  business_name: fields.business_name,
  terms_url: v.optional(fields.terms_url, null),
  country: fields.country,
  currency: fields.currency,
  origins: fields.origins,
  controller: v.optional(fields.controller, expressController),
  capabilities: v.optional(fields.capabilities, ['card_payments', 'transfers']),
  collect: v.optional(fields.collect, 'currently_due'),
  bank: v.optional(fields.bank, {}),
  save: v.optional(fields.save, {}),
  checkout: v.optional(fields.checkout, {}),
  embedded: v.optional(fields.embedded, {}),
  key: v.exactOptional(KeyRequest),
});
export type SiteCreate = v.InferOutput<typeof SiteCreate>;

/** The mode is not here: it is settled with the site, since its rows belong to that mode of Stripe. */
export const SiteChange = v.strictObject({
  stripe: v.exactOptional(StripeKeys),
  ...v.partial(v.object(fields)).entries,
});
export type SiteChange = v.InferOutput<typeof SiteChange>;

/** Which of the two Stripe keys belongs to the other mode, if any. */
export function keyOfOtherMode(keys: StripeKeys, mode: Mode): keyof StripeKeys | null {
  if (!keys.secret_key.includes(`k_${mode}_`)) return 'secret_key';
  if (!keys.publishable_key.includes(`k_${mode}_`)) return 'publishable_key';
  return null;
}

/** An origin a browser would not protect in live mode: plain http. */
export function insecureOrigin(origins: readonly string[], mode: Mode): string | null {
  return mode === 'live' ? (origins.find((origin) => origin.startsWith('http:')) ?? null) : null;
}

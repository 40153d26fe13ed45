/** Which of Stripe Connect's embedded components a site's users may open, and what each lets them do. Names are Stripe's (STRIPE.md 3.6). */
import * as v from 'valibot';
import { EmbeddedComponent } from '../contract.ts';
import type { Controller } from './site-settings.ts';

/** Left out, a feature is as Stripe has it by default. */
const feature = v.exactOptional(v.boolean());

const collection = { disable_stripe_user_authentication: feature, external_account_collection: feature };
const payouts = {
  ...collection,
  edit_payout_schedule: feature,
  instant_payouts: feature,
  standard_payouts: feature,
};

const Features = v.strictObject({
  account_management: v.exactOptional(v.strictObject(collection)),
  account_onboarding: v.exactOptional(v.strictObject(collection)),
  balances: v.exactOptional(v.strictObject(payouts)),
  documents: v.exactOptional(v.strictObject({})),
  notification_banner: v.exactOptional(v.strictObject(collection)),
  payment_method_settings: v.exactOptional(v.strictObject({ disable_stripe_user_authentication: feature })),
  payments: v.exactOptional(
    v.strictObject({
      capture_payments: feature,
      destination_on_behalf_of_charge_management: feature,
      dispute_management: feature,
      refund_management: feature,
      smart_disputes_management: feature,
    }),
  ),
  payouts: v.exactOptional(v.strictObject(payouts)),
});
export type EmbeddedFeatures = v.InferOutput<typeof Features>;

const Components = v.pipe(
  v.array(EmbeddedComponent),
  v.check((components) => new Set(components).size === components.length, 'each component once'),
);

export const EmbeddedSettings = v.strictObject({
  components: v.optional(Components, [...EmbeddedComponent.options]),
  features: v.optional(Features, {}),
});
export type EmbeddedSettings = v.InferOutput<typeof EmbeddedSettings>;

export const defaultEmbeddedSettings: EmbeddedSettings = v.parse(EmbeddedSettings, {});

/** The `embedded` claim of a user token: narrows the site's settings. */
export const EmbeddedClaim = v.strictObject({ components: v.exactOptional(Components) });
export type EmbeddedClaim = v.InferOutput<typeof EmbeddedClaim>;

/** The place among those asked for of the first component that the site or the token does not allow; -1 where all may be. */
export function firstForbidden(
  asked: readonly EmbeddedComponent[],
  site: EmbeddedSettings,
  { components: token }: EmbeddedClaim = {},
): number {
  return asked.findIndex((one) => !site.components.includes(one) || token?.includes(one) === false);
}

/** What only a platform may set that collects requirements itself: who is let in, and what is collected, is Stripe's elsewhere. */
const OF_COLLECTORS = { disable_stripe_user_authentication: true, external_account_collection: false } as const;

/** The first feature that Stripe would refuse, as the path to it, and its value; null where there is none. */
export function featureFault(
  { features }: EmbeddedSettings,
  { requirement_collection }: Pick<Controller, 'requirement_collection'>,
): { readonly path: string; readonly value: boolean } | null {
  if (requirement_collection === 'application') return null;
  for (const [component, set] of Object.entries(features)) {
    for (const [feature, value] of Object.entries(OF_COLLECTORS)) {
      if (new Map<string, boolean>(Object.entries(set)).get(feature) === value) {
        return { path: `${component}.${feature}`, value };
      }
    }
  }
  return null;
}

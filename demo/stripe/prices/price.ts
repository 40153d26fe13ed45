import type Stripe from 'stripe';
import * as v from 'valibot';
import { invalid } from '../api/errors.ts';
import {
  boolean,
  currency,
  integer,
  mergeMetadata,
  metadata,
  object,
  oneOf,
  optional,
  positive,
  text,
} from '../api/params.ts';
import { newId, type Store } from '../world.ts';

/** A price as it travels: `unit_amount_decimal` is a string in JSON, which the SDK turns into its `Decimal`. */
export type WirePrice = Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string | null };

const decimal = v.pipe(text, v.regex(/^\d+(\.\d{1,12})?$/, 'integer'));

export const recurring = object({
  interval: oneOf('day', 'month', 'week', 'year'),
  interval_count: optional(integer),
  trial_period_days: optional(integer),
  usage_type: optional(oneOf('licensed', 'metered')),
});

/** What a price needs wherever it is made: on its own, or with its product. */
export const amountFields = {
  currency,
  custom_unit_amount: optional(
    object({ enabled: boolean, maximum: optional(positive), minimum: optional(positive), preset: optional(positive) }),
  ),
  metadata: optional(metadata),
  recurring: optional(recurring),
  tax_behavior: optional(oneOf('exclusive', 'inclusive', 'unspecified')),
  unit_amount: optional(positive),
  unit_amount_decimal: optional(decimal),
};
const amount = object(amountFields);
type Amount = v.InferOutput<typeof amount>;

export function newPrice(
  store: Store,
  product: string,
  given: Amount & {
    active?: boolean | null | undefined;
    lookup_key?: string | null | undefined;
    nickname?: string | null | undefined;
  },
  now: number,
): WirePrice {
  const ways = [given.unit_amount, given.unit_amount_decimal, given.custom_unit_amount?.enabled || null].filter(
    (way) => way != null,
  );
  if (ways.length > 1)
    throw invalid(
      'unit_amount',
      'You may only specify one of these parameters: unit_amount, unit_amount_decimal, custom_unit_amount.',
      'parameters_exclusive',
    );
  if (ways.length === 0) {
    throw invalid(
      'unit_amount',
      'Prices require an `unit_amount` or `unit_amount_decimal` parameter to be set.',
      'parameter_missing',
    );
  }
  const cents = given.unit_amount ?? (given.unit_amount_decimal == null ? null : Number(given.unit_amount_decimal));
  const { custom_unit_amount: custom } = given;
  return {
    id: newId('price_1', 23),
    object: 'price',
    active: given.active ?? true,
    billing_scheme: 'per_unit',
    created: now,
    currency: given.currency,
    custom_unit_amount: custom?.enabled
      ? { maximum: custom.maximum ?? null, minimum: custom.minimum ?? null, preset: custom.preset ?? null }
      : null,
    livemode: store.livemode,
    lookup_key: given.lookup_key ?? null,
    metadata: mergeMetadata({}, given.metadata),
    nickname: given.nickname ?? null,
    product,
    recurring: given.recurring
      ? {
          interval: given.recurring.interval,
          interval_count: given.recurring.interval_count ?? 1,
          meter: null,
          trial_period_days: given.recurring.trial_period_days ?? null,
          usage_type: given.recurring.usage_type ?? 'licensed',
        }
      : null,
    tax_behavior: given.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: given.recurring ? 'recurring' : 'one_time',
    unit_amount: cents !== null && Number.isInteger(cents) ? cents : null,
    unit_amount_decimal: given.unit_amount_decimal ?? (cents === null ? null : String(cents)),
  };
}

import type Stripe from 'stripe';
import type * as v from 'valibot';
import { object, optional, text } from '../api/params.ts';

export const address = object({
  city: optional(text),
  country: optional(text),
  line1: optional(text),
  line2: optional(text),
  postal_code: optional(text),
  state: optional(text),
});

export function fullAddress(given: v.InferOutput<typeof address> | null | undefined): Stripe.Address {
  return {
    city: given?.city ?? null,
    country: given?.country ?? null,
    line1: given?.line1 ?? null,
    line2: given?.line2 ?? null,
    postal_code: given?.postal_code ?? null,
    state: given?.state ?? null,
  };
}

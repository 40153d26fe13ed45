/**
 * What a site may tell Stripe about its user before onboarding, as the `account` claim of a user token. Stripe accepts
 * it only until the first account link (STRIPE.md 3.1) and shows it to the person to confirm. Names are Stripe's.
 */
import * as v from 'valibot';
import { CountryCode } from '../contract.ts';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(5_000));
const int = v.pipe(v.number(), v.integer());

const Address = v.strictObject({
  city: v.exactOptional(text),
  country: v.exactOptional(text),
  line1: v.exactOptional(text),
  line2: v.exactOptional(text),
  postal_code: v.exactOptional(text),
  state: v.exactOptional(text),
});

export const AccountPrefill = v.strictObject({
  country: v.exactOptional(CountryCode),
  business_type: v.exactOptional(v.picklist(['company', 'government_entity', 'individual', 'non_profit'])),
  business_profile: v.exactOptional(
    v.strictObject({
      mcc: v.exactOptional(text),
      name: v.exactOptional(text),
      product_description: v.exactOptional(text),
      support_address: v.exactOptional(Address),
      support_email: v.exactOptional(text),
      support_phone: v.exactOptional(text),
      support_url: v.exactOptional(text),
      url: v.exactOptional(text),
    }),
  ),
  individual: v.exactOptional(
    v.strictObject({
      address: v.exactOptional(Address),
      dob: v.exactOptional(v.strictObject({ day: int, month: int, year: int })),
      email: v.exactOptional(text),
      first_name: v.exactOptional(text),
      id_number: v.exactOptional(text),
      last_name: v.exactOptional(text),
      phone: v.exactOptional(text),
      ssn_last_4: v.exactOptional(text),
    }),
  ),
  company: v.exactOptional(
    v.strictObject({
      address: v.exactOptional(Address),
      name: v.exactOptional(text),
      phone: v.exactOptional(text),
      tax_id: v.exactOptional(text),
    }),
  ),
});
export type AccountPrefill = v.InferOutput<typeof AccountPrefill>;

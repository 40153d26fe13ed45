import { email, integer, metadata, object, oneOf, optional, text } from '../api/params.ts';
import { address } from '../customers/address.ts';

export const billingDetails = object({
  address: optional(address),
  email: optional(email),
  name: optional(text),
  phone: optional(text),
  tax_id: optional(text),
});

const fields = {
  allow_redisplay: optional(oneOf('always', 'limited', 'unspecified')),
  billing_details: optional(billingDetails),
  metadata: optional(metadata),
};

export const methodData = object({
  ...fields,
  type: oneOf('card', 'cashapp', 'sepa_debit', 'us_bank_account'),
  card: optional(
    object({
      cvc: optional(text),
      exp_month: optional(integer),
      exp_year: optional(integer),
      number: optional(text),
      token: optional(text),
    }),
  ),
  sepa_debit: optional(object({ iban: text })),
  us_bank_account: optional(
    object({
      account_holder_type: optional(oneOf('company', 'individual')),
      account_number: optional(text),
      account_type: optional(oneOf('checking', 'savings')),
      routing_number: optional(text),
    }),
  ),
});

export const updateParams = object({
  ...fields,
  card: optional(object({ exp_month: optional(integer), exp_year: optional(integer) })),
});

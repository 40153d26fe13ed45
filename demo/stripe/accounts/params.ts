/** The parameters of accounts and persons that the stand-in keeps; the rest is refused as unknown. */
import type * as v from 'valibot';
import {
  boolean,
  country,
  currency,
  email,
  integer,
  metadata,
  object,
  oneOf,
  optional,
  positive,
  text,
  url,
} from '../api/params.ts';
import { CAPABILITY_NAMES } from './capability_names.ts';

const address = object({
  city: optional(text),
  country: optional(country),
  line1: optional(text),
  line2: optional(text),
  postal_code: optional(text),
  state: optional(text),
});
const dob = object({ day: integer, month: integer, year: integer });
const document = object({ front: optional(text), back: optional(text) });

const person = {
  address: optional(address),
  dob: optional(dob),
  email: optional(email),
  first_name: optional(text),
  gender: optional(text),
  id_number: optional(text),
  last_name: optional(text),
  maiden_name: optional(text),
  metadata: optional(metadata),
  phone: optional(text),
  political_exposure: optional(oneOf('existing', 'none')),
  ssn_last_4: optional(text),
  verification: optional(object({ document: optional(document), additional_document: optional(document) })),
};
const relationship = {
  director: optional(boolean),
  executive: optional(boolean),
  owner: optional(boolean),
  percent_ownership: optional(integer),
  title: optional(text),
};

export const personParams = object({
  ...person,
  nationality: optional(country),
  relationship: optional(
    object({
      ...relationship,
      authorizer: optional(boolean),
      legal_guardian: optional(boolean),
      representative: optional(boolean),
    }),
  ),
});
export type PersonParams = v.InferOutput<typeof personParams>;

const bankAccount = object({
  object: oneOf('bank_account'),
  account_number: text,
  country,
  currency,
  account_holder_name: optional(text),
  account_holder_type: optional(oneOf('company', 'individual')),
  routing_number: optional(text),
});
export type BankAccountParams = v.InferOutput<typeof bankAccount>;

export const accountFields = {
  business_profile: optional(
    object({
      estimated_worker_count: optional(positive),
      mcc: optional(text),
      name: optional(text),
      product_description: optional(text),
      support_address: optional(address),
      support_email: optional(email),
      support_phone: optional(text),
      support_url: optional(url),
      url: optional(url),
    }),
  ),
  business_type: optional(oneOf('company', 'government_entity', 'individual', 'non_profit')),
  capabilities: optional(
    object(
      Object.fromEntries(CAPABILITY_NAMES.map((name) => [name, optional(object({ requested: optional(boolean) }))])),
    ),
  ),
  company: optional(
    object({
      address: optional(address),
      directors_provided: optional(boolean),
      executives_provided: optional(boolean),
      name: optional(text),
      owners_provided: optional(boolean),
      phone: optional(text),
      structure: optional(text),
      tax_id: optional(text),
      vat_id: optional(text),
    }),
  ),
  default_currency: optional(currency),
  email: optional(email),
  external_account: optional(bankAccount),
  individual: optional(object({ ...person, relationship: optional(object(relationship)) })),
  metadata: optional(metadata),
  settings: optional(
    object({
      branding: optional(
        object({
          icon: optional(text),
          logo: optional(text),
          primary_color: optional(text),
          secondary_color: optional(text),
        }),
      ),
      card_payments: optional(object({ statement_descriptor_prefix: optional(text) })),
      payments: optional(object({ statement_descriptor: optional(text) })),
      payouts: optional(
        object({
          debit_negative_balances: optional(boolean),
          statement_descriptor: optional(text),
          schedule: optional(
            object({
              interval: optional(oneOf('daily', 'manual', 'monthly', 'weekly')),
              delay_days: optional(positive),
            }),
          ),
        }),
      ),
    }),
  ),
  tos_acceptance: optional(
    object({
      date: optional(integer),
      ip: optional(text),
      service_agreement: optional(text),
      user_agent: optional(text),
    }),
  ),
};

export const createAccountParams = object({
  ...accountFields,
  controller: optional(
    object({
      fees: optional(object({ payer: optional(oneOf('account', 'application')) })),
      losses: optional(object({ payments: optional(oneOf('application', 'stripe')) })),
      requirement_collection: optional(oneOf('application', 'stripe')),
      stripe_dashboard: optional(object({ type: optional(oneOf('express', 'full', 'none')) })),
    }),
  ),
  country: optional(country),
  type: optional(oneOf('custom', 'express', 'standard')),
});
export const updateAccountParams = object(accountFields);

export type CreateAccount = v.InferOutput<typeof createAccountParams>;
export type UpdateAccount = v.InferOutput<typeof updateAccountParams>;

export const rejectParams = object({
  reason: oneOf(
    'credit',
    'fraud_no_intent_to_fulfill',
    'fraud_other',
    'fraud_payment_method_casher',
    'fraud_payment_method_tester',
    'other',
    'terms_of_service',
  ),
  payouts_action: optional(oneOf('none', 'pause')),
});

export const capabilityParams = object({ requested: optional(boolean) });
export const personFilters = {
  relationship: optional(
    object({
      representative: optional(boolean),
      owner: optional(boolean),
      director: optional(boolean),
      executive: optional(boolean),
    }),
  ),
};
export const noParams = object({});

import * as v from 'valibot';
import { boolean, currency, email, list, metadata, object, oneOf, optional, positive, text } from '../api/params.ts';
import { address } from '../customers/address.ts';
import { confirmFields, createFields, secretField } from '../intents/params.ts';

const captureMethod = optional(oneOf('automatic', 'automatic_async', 'manual'));
const usage = optional(oneOf('off_session', 'on_session'));

const methodOptions = optional(
  object({
    card: optional(
      object({
        capture_method: optional(oneOf('manual')),
        request_three_d_secure: optional(oneOf('any', 'automatic', 'challenge')),
        setup_future_usage: optional(oneOf('none', 'off_session', 'on_session')),
      }),
    ),
    cashapp: optional(
      object({
        capture_method: optional(oneOf('manual')),
        setup_future_usage: optional(oneOf('none', 'off_session', 'on_session')),
      }),
    ),
  }),
);

export const shipping = optional(
  object({
    address,
    carrier: optional(text),
    name: text,
    phone: optional(text),
    tracking_number: optional(text),
  }),
);

const sessionFields = {
  capture_method: captureMethod,
  error_on_requires_action: optional(boolean),
  mandate: optional(text),
  off_session: optional(v.union([boolean, oneOf('one_off', 'recurring')])),
  payment_method_options: methodOptions,
  receipt_email: optional(email),
  setup_future_usage: usage,
  shipping,
};

export const confirmParams = object({ ...confirmFields, ...sessionFields, ...secretField });

const about = {
  application_fee_amount: optional(positive),
  metadata: optional(metadata),
  on_behalf_of: optional(text),
  statement_descriptor: optional(text),
  statement_descriptor_suffix: optional(text),
  transfer_data: optional(object({ amount: optional(positive), destination: optional(text) })),
  transfer_group: optional(text),
};

export const createParams = object({
  ...createFields,
  ...sessionFields,
  ...about,
  amount: positive,
  confirmation_method: optional(oneOf('automatic', 'manual')),
  currency,
});

export const updateParams = object({
  ...about,
  allowed_payment_method_types: optional(list(text)),
  amount: optional(positive),
  capture_method: captureMethod,
  currency: optional(currency),
  customer: optional(text),
  description: optional(text),
  excluded_payment_method_types: optional(list(text)),
  payment_method: optional(text),
  payment_method_configuration: optional(text),
  payment_method_data: createFields.payment_method_data,
  payment_method_options: methodOptions,
  payment_method_types: optional(list(text)),
  receipt_email: optional(email),
  setup_future_usage: usage,
  shipping,
});

export const captureParams = object({
  amount_to_capture: optional(positive),
  application_fee_amount: optional(positive),
  final_capture: optional(boolean),
  metadata: optional(metadata),
  statement_descriptor: optional(text),
  statement_descriptor_suffix: optional(text),
});

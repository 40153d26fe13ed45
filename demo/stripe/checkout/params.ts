import * as v from 'valibot';
import {
  currency,
  email,
  integer,
  list,
  metadata,
  object,
  oneOf,
  optional,
  positive,
  text,
  url,
} from '../api/params.ts';
import { shipping } from '../payment_intents/params.ts';
import { amountFields } from '../prices/price.ts';

const priceData = object({
  currency,
  product: optional(text),
  product_data: optional(
    object({
      description: optional(text),
      images: optional(list(text)),
      metadata: optional(metadata),
      name: text,
      unit_label: optional(text),
    }),
  ),
  recurring: amountFields.recurring,
  tax_behavior: amountFields.tax_behavior,
  unit_amount: optional(positive),
  unit_amount_decimal: amountFields.unit_amount_decimal,
});

const lineItem = object({
  metadata: optional(metadata),
  price: optional(text),
  price_data: optional(priceData),
  quantity: optional(integer),
});

export const intentData = object({
  application_fee_amount: optional(integer),
  capture_method: optional(oneOf('automatic', 'automatic_async', 'manual')),
  description: optional(text),
  metadata: optional(metadata),
  on_behalf_of: optional(text),
  receipt_email: optional(email),
  setup_future_usage: optional(oneOf('off_session', 'on_session')),
  shipping,
  statement_descriptor: optional(text),
  statement_descriptor_suffix: optional(text),
  transfer_data: optional(object({ amount: optional(positive), destination: text })),
  transfer_group: optional(text),
});

const LOCALES =
  'auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW';

export const createParams = object({
  allowed_payment_method_types: optional(list(text)),
  cancel_url: optional(url),
  client_reference_id: optional(v.pipe(text, v.maxLength(200, 'too_long'))),
  customer: optional(text),
  customer_creation: optional(oneOf('always', 'if_required')),
  customer_email: optional(email),
  excluded_payment_method_types: optional(list(text)),
  expires_at: optional(integer),
  line_items: optional(list(lineItem)),
  locale: optional(oneOf(...LOCALES.split(' '))),
  metadata: optional(metadata),
  mode: oneOf('payment', 'setup', 'subscription'),
  payment_intent_data: optional(intentData),
  payment_method_types: optional(list(text)),
  redirect_on_completion: optional(oneOf('always', 'if_required', 'never')),
  return_url: optional(url),
  success_url: optional(url),
  ui_mode: optional(oneOf('elements', 'embedded_page', 'hosted_page')),
});

export type LineItemParams = v.InferOutput<typeof lineItem>;
export type IntentData = v.InferOutput<typeof intentData>;
export type SessionParams = v.InferOutput<typeof createParams>;

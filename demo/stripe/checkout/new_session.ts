import { mergeMetadata } from '../api/params.ts';
import { newId, type Store } from '../world.ts';
import type { Line } from './line_item.ts';
import type { SessionParams } from './params.ts';
import { type CheckoutSession, customerDetails, type StoredSession } from './session.ts';

interface Sold {
  lines: Line[];
  currency: string;
  total: number;
  types: string[];
  expires_at: number;
  now: number;
}

/** What was asked for and found to be right, with every key the API shows. */
export function newSession(
  store: Store,
  given: SessionParams,
  { lines, currency, total, types, expires_at, now }: Sold,
): CheckoutSession {
  const id = `cs_${store.livemode ? 'live' : 'test'}_${newId('a1', 56)}`;
  const ui_mode = given.ui_mode ?? 'hosted_page';
  const known = given.customer ? store.customers.get(given.customer) : null;
  const email = given.customer_email ?? (known && !known.deleted ? known.email : null);
  const shown: StoredSession = {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: given.allowed_payment_method_types ?? null,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: given.cancel_url ?? null,
    client_reference_id: given.client_reference_id ?? null,
    client_secret: ui_mode === 'hosted_page' ? null : `${id}_secret_${newId('', 40)}`,
    collected_information: { business_name: null, individual_name: null, shipping_details: null },
    consent: null,
    consent_collection: null,
    created: now,
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: given.customer ?? null,
    customer_account: null,
    customer_creation: given.customer ? null : (given.customer_creation ?? 'if_required'),
    customer_details: email ? customerDetails({ email }) : null,
    customer_email: given.customer_email ?? null,
    discounts: [],
    ...(given.excluded_payment_method_types && { excluded_payment_method_types: given.excluded_payment_method_types }),
    expires_at,
    integration_identifier: null,
    invoice: null,
    invoice_creation: {
      enabled: false,
      invoice_data: {
        account_tax_ids: null,
        custom_fields: null,
        description: null,
        footer: null,
        issuer: null,
        metadata: {},
        rendering_options: null,
      },
    },
    livemode: store.livemode,
    locale: given.locale ?? null,
    managed_payments: { enabled: false },
    metadata: mergeMetadata({}, given.metadata),
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: types,
    payment_status: total === 0 ? 'no_payment_required' : 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    ...(ui_mode === 'embedded_page' && { redirect_on_completion: given.redirect_on_completion ?? 'always' }),
    ...(given.return_url && { return_url: given.return_url }),
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: null,
    subscription: null,
    success_url: given.success_url ?? null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode,
    url: null,
    wallet_options: null,
  };
  return { shown, lines, intentData: given.payment_intent_data ?? {}, buyer: null };
}

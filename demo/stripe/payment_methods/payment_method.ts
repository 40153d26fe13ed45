/** A payment method as it is remembered, and as the API shows it. Records are never changed in place. */
import type Stripe from 'stripe';
import type * as v from 'valibot';
import { invalid } from '../api/errors.ts';
import { mergeMetadata } from '../api/params.ts';
import { fullAddress } from '../customers/address.ts';
import { idFrom } from '../financial_connections/random.ts';
import { newId, type Store } from '../world.ts';
import { cardNumbered, type TestCard, testCard } from './cards.ts';
import type { TestDebit } from './debit.ts';
import type { billingDetails, methodData } from './params.ts';
import { requireDebtor, sepaDebit, testIban } from './sepa_debit.ts';
import { testBankAccount } from './us_bank_account.ts';

export interface StoredPaymentMethod extends Stripe.PaymentMethod {
  type: 'card' | 'cashapp' | 'sepa_debit' | 'us_bank_account';
  customer: string | null;
}

export const CHARGE_OUTCOMES = [
  'succeed',
  'decline',
  'decline_400',
  'requires_action',
  'authentication_required',
  'processing',
] as const;
export type ChargeOutcome = (typeof CHARGE_OUTCOMES)[number];

export interface KeptMethod {
  readonly shown: StoredPaymentMethod;
  readonly card: TestCard | null;
  /** Of a bank account. */
  readonly debit?: TestDebit;
  /** Detached, or used without ever being attached: it can never be attached or charged again. */
  readonly spent: boolean;
  /** What was ordered for its next charges. */
  readonly next: { readonly outcome: ChargeOutcome; readonly times: number } | null;
}

export function newMethod(store: Store, given: v.InferOutput<typeof methodData>, now: number): KeptMethod {
  if (given.type === 'cashapp') {
    const shown = { ...bare(store, 'cashapp', given, now), cashapp: { buyer_id: null, cashtag: null } };
    return { shown, card: null, spent: false, next: null };
  }
  if (given.type === 'sepa_debit') {
    const iban = testIban(given.sepa_debit?.iban);
    const shown = { ...bare(store, 'sepa_debit', given, now), sepa_debit: sepaDebit(iban) };
    requireDebtor(shown.billing_details, ['name', 'email']);
    return { shown, card: null, debit: iban, spent: false, next: null };
  }
  if (given.type === 'us_bank_account') {
    const { debit, shown: us_bank_account } = testBankAccount(given.us_bank_account);
    const shown = { ...bare(store, 'us_bank_account', given, now), us_bank_account };
    requireDebtor(shown.billing_details, ['name']);
    return { shown, card: null, debit, spent: false, next: null };
  }
  const card = given.card?.token ? testCard(given.card.token) : cardNumbered(given.card?.number ?? '');
  if (!card) {
    throw given.card
      ? invalid('card[number]', 'Your card number is incorrect.', 'incorrect_number')
      : invalid('card', 'Missing required param: card.', 'parameter_missing');
  }
  return fromCard(store, card, given, now);
}

export function fromCard(
  store: Store,
  card: TestCard,
  given: Omit<v.InferOutput<typeof methodData>, 'type'>,
  now: number,
): KeptMethod {
  const shown: StoredPaymentMethod = {
    ...bare(store, 'card', given, now),
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: null },
      country: 'US',
      display_brand: card.brand,
      exp_month: given.card?.exp_month ?? 12,
      exp_year: given.card?.exp_year ?? 2034,
      fingerprint: idFrom('', card.number).slice(0, 16),
      funding: card.funding,
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
  };
  return { shown, card, spent: false, next: null };
}

function bare(
  store: Store,
  type: StoredPaymentMethod['type'],
  given: Omit<v.InferOutput<typeof methodData>, 'type'>,
  now: number,
): StoredPaymentMethod {
  return {
    id: newId('pm_1', 23),
    object: 'payment_method',
    allow_redisplay: given.allow_redisplay ?? 'unspecified',
    billing_details: billing(given.billing_details),
    created: now,
    customer: null,
    customer_account: null,
    livemode: store.livemode,
    metadata: mergeMetadata({}, given.metadata),
    type,
  };
}

export function billing(
  given: v.InferOutput<typeof billingDetails> | null | undefined,
  stored?: Stripe.PaymentMethod.BillingDetails,
): Stripe.PaymentMethod.BillingDetails {
  const pick = (value: string | null | undefined, before: string | null | undefined) =>
    value === undefined ? (before ?? null) : value;
  return {
    address: given?.address === undefined && stored ? stored.address : fullAddress(given?.address),
    email: pick(given?.email, stored?.email),
    name: pick(given?.name, stored?.name),
    phone: pick(given?.phone, stored?.phone),
    tax_id: pick(given?.tax_id, stored?.tax_id),
  };
}

import type Stripe from 'stripe';
import type { Client } from '../api/endpoint.ts';
import type { StoredPaymentMethod } from '../payment_methods/payment_method.ts';
import { newId, type Store } from '../world.ts';

export interface StoredMandate extends Stripe.Mandate {
  payment_method: string;
}

/** That a person agreed, as `mandate_data` tells it. */
export interface GivenAcceptance {
  type: 'offline' | 'online';
  accepted_at?: number | null | undefined;
  online?:
    | {
        infer_from_client?: boolean | null | undefined;
        ip_address?: string | null | undefined;
        user_agent?: string | null | undefined;
      }
    | null
    | undefined;
}

/** As told; otherwise the person agreed in the browser that confirmed, or elsewhere where a server did. */
export function acceptance(
  given: GivenAcceptance | null,
  client: Client,
  publishable: boolean,
  now: number,
): Stripe.Mandate.CustomerAcceptance {
  const accepted_at = given?.accepted_at ?? now;
  if (given?.type === 'offline' || (given === null && !publishable))
    return { accepted_at, offline: {}, type: 'offline' };
  const told = given?.online?.infer_from_client ? null : given?.online;
  return {
    accepted_at,
    online: {
      ip_address: told?.ip_address ?? (publishable ? client.ip_address : null),
      user_agent: told?.user_agent ?? (publishable ? client.user_agent : null),
    },
    type: 'online',
  };
}

export function newMandate(
  store: Store,
  method: { id: string; type: StoredPaymentMethod['type'] },
  customer_acceptance: Stripe.Mandate.CustomerAcceptance,
  once: { amount: number; currency: string } | null = null,
): StoredMandate {
  return {
    id: newId('mandate_1', 23),
    object: 'mandate',
    customer_acceptance,
    livemode: store.livemode,
    ...(once ? { single_use: { amount: once.amount, currency: once.currency } } : { multi_use: {} }),
    payment_method: method.id,
    payment_method_details: detailsOf(method.type),
    status: 'active',
    type: once ? 'single_use' : 'multi_use',
  };
}

function detailsOf(type: StoredPaymentMethod['type']): Stripe.Mandate.PaymentMethodDetails {
  switch (type) {
    case 'card':
      return { card: {}, type };
    case 'cashapp':
      return { cashapp: {}, type };
    case 'sepa_debit':
      return { sepa_debit: { reference: newId('', 16).toUpperCase(), url: '' }, type };
    case 'us_bank_account':
      return { type, us_bank_account: {} };
  }
}

export function mandatesOf(store: Store, method: string): StoredMandate[] {
  return Array.from(store.mandates.values()).filter((mandate) => mandate.payment_method === method);
}

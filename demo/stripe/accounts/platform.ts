import type Stripe from 'stripe';
import type { Store } from '../world.ts';
import { emptyFutureRequirements } from './requirements.ts';
import { defaultSettings } from './settings.ts';

/** What connects accounts to a platform. */
export function applicationId(platform: string): string {
  return `ca_${platform.replace(/^acct_/, '')}`;
}

/** The platform's own account: a business in good order. */
export function platformAccount(store: Store): Stripe.Account {
  return {
    id: store.account,
    object: 'account',
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: '5734',
      minority_owned_business_designation: null,
      name: 'Inlay demo platform',
      product_description: null,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    business_type: 'company',
    capabilities: {
      card_payments: 'active',
      transfers: 'active',
      cashapp_payments: 'active',
      sepa_debit_payments: 'active',
      us_bank_account_ach_payments: 'active',
    },
    charges_enabled: true,
    controller: { type: 'account' },
    country: 'US',
    created: 1_700_000_000,
    default_currency: 'usd',
    details_submitted: true,
    email: 'platform@example.test',
    external_accounts: {
      object: 'list',
      data: [],
      has_more: false,
      url: `/v1/accounts/${store.account}/external_accounts`,
    },
    future_requirements: emptyFutureRequirements(),
    groups: { payments_pricing: null },
    metadata: {},
    payouts_enabled: true,
    requirements: emptyFutureRequirements(),
    settings: { ...defaultSettings(), dashboard: { display_name: 'Inlay demo platform', timezone: 'Etc/UTC' } },
    tos_acceptance: { date: 1_700_000_000, ip: '127.0.0.1', user_agent: null },
    type: 'standard',
  };
}

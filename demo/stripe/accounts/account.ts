/** A connected account as it is remembered, and as the API shows it. Records are never changed in place. */
import type Stripe from 'stripe';
import { capabilityStatus } from './capabilities.ts';
import type { CapabilityName } from './capability_names.ts';
import { companyObject } from './company.ts';
import { type PersonRecord, personObject } from './person.ts';
import { emptyFutureRequirements, requirements } from './requirements.ts';
import type { Review } from './review.ts';

/** What was told about a business or a person, by Stripe's field path (`company.name`, `dob.day`); absent means not told. */
export type Facts = Readonly<Record<string, string>>;

export interface Controller {
  fees: { payer: 'account' | 'application' | 'application_custom' | 'application_express' };
  losses: { payments: 'application' | 'stripe' };
  requirement_collection: 'application' | 'stripe';
  stripe_dashboard: { type: 'express' | 'full' | 'none' };
}

export interface ConnectedAccount {
  readonly id: string;
  readonly livemode: boolean;
  /** The platform that created it. */
  readonly platform: string;
  /** False once the account was deleted, or the merchant ended the platform's access. */
  readonly access: boolean;
  readonly created: number;
  readonly type: 'custom' | 'express' | 'none' | 'standard';
  readonly controller: Controller;
  readonly country: string;
  readonly currency: string;
  readonly email: string | null;
  readonly metadata: Record<string, string>;
  readonly settings: Stripe.Account.Settings;
  /** `business_type`, `business_profile.*` and `company.*`. */
  readonly facts: Facts;
  readonly persons: readonly PersonRecord[];
  readonly bank: Stripe.BankAccount | null;
  readonly tos: { date: number; ip: string; user_agent: string | null } | null;
  /** Requested capabilities, and when they were. */
  readonly capabilities: ReadonlyMap<CapabilityName, number>;
  /** Capabilities that somebody said are not wanted, asked for before or not. */
  readonly turnedOff: ReadonlySet<CapabilityName>;
  /** True from the first Account Link or Account Session on: the person takes over what the platform prefilled. */
  readonly handedOver: boolean;
  readonly submitted: boolean;
  /** Onboarding steps the person has been through. */
  readonly confirmed: readonly string[];
  readonly review: Review;
}

/** Whether the platform may read and write what the law wants to know about the merchant. */
export function platformSeesDetails(account: ConnectedAccount): boolean {
  return account.controller.requirement_collection === 'application' || !account.handedOver;
}

export function representative(account: ConnectedAccount): PersonRecord | undefined {
  return account.persons.find((person) => person.facts['relationship.representative'] === 'true');
}

export function isIndividual(account: ConnectedAccount): boolean {
  return account.facts.business_type === 'individual';
}

export function inGoodStanding(account: ConnectedAccount): boolean {
  return account.review.status === 'verified' || account.review.status === 'document_needed';
}

export function accountObject(account: ConnectedAccount, now: number): Stripe.Account {
  const seen = platformSeesDetails(account);
  const person = representative(account);
  const working = account.submitted && inGoodStanding(account);
  const capabilities: Stripe.Account.Capabilities = {};
  for (const name of account.capabilities.keys()) capabilities[name] = capabilityStatus(account);
  return {
    id: account.id,
    object: 'account',
    business_profile: businessProfile(account.facts),
    business_type: seen ? (account.facts.business_type ?? null) : null,
    capabilities,
    charges_enabled: working && account.capabilities.has('card_payments'),
    ...(seen && { company: companyObject(account.facts) }),
    controller: { type: 'application', is_controller: true, ...account.controller },
    country: account.country,
    created: account.created,
    default_currency: account.currency,
    details_submitted: account.submitted,
    email: account.email,
    external_accounts: {
      object: 'list',
      data: account.bank ? [account.bank] : [],
      has_more: false,
      url: `/v1/accounts/${account.id}/external_accounts`,
    },
    future_requirements: emptyFutureRequirements(),
    groups: { payments_pricing: null },
    ...(seen && isIndividual(account) && person && { individual: personObject(account, person) }),
    metadata: account.metadata,
    payouts_enabled: working && account.bank !== null,
    requirements: requirements(account, now),
    settings: account.settings,
    tos_acceptance: {
      date: account.tos?.date ?? null,
      ip: account.tos?.ip ?? null,
      user_agent: account.tos?.user_agent ?? null,
    },
    type: account.type,
  };
}

function businessProfile(facts: Facts): Stripe.Account.BusinessProfile {
  const field = (name: string) => facts[`business_profile.${name}`] ?? null;
  const workers = field('estimated_worker_count');
  return {
    annual_revenue: null,
    estimated_worker_count: workers === null ? null : Number(workers),
    mcc: field('mcc'),
    minority_owned_business_designation: null,
    name: field('name'),
    product_description: field('product_description'),
    specified_commercial_transactions_act_url: null,
    support_address: hasAny(facts, 'business_profile.support_address')
      ? addressObject(facts, 'business_profile.support_address')
      : null,
    support_email: field('support_email'),
    support_phone: field('support_phone'),
    support_url: field('support_url'),
    url: field('url'),
  };
}

export function hasAny(facts: Facts, prefix: string): boolean {
  return Object.keys(facts).some((path) => path.startsWith(`${prefix}.`));
}

export function addressObject(facts: Facts, prefix: string): Stripe.Address {
  const field = (name: string) => facts[`${prefix}.${name}`] ?? null;
  return {
    city: field('city'),
    country: field('country'),
    line1: field('line1'),
    line2: field('line2'),
    postal_code: field('postal_code'),
    state: field('state'),
  };
}

type Nested = { readonly [key: string]: unknown };

/** Facts with nested parameters written over them: `{ dob: { day: 1 } }` sets `dob.day`; null takes a field away. */
export function withParams(facts: Facts, params: Nested | null | undefined, prefix = ''): Facts {
  if (params === undefined) return facts;
  const changed = { ...facts };
  if (params === null) {
    for (const path of Object.keys(changed)) if (path.startsWith(prefix)) delete changed[path];
    return changed;
  }
  for (const [key, value] of Object.entries(params)) {
    const path = `${prefix}${key}`;
    if (value === undefined) continue;
    if (value === null) {
      for (const known of Object.keys(changed))
        if (known === path || known.startsWith(`${path}.`)) delete changed[known];
    } else if (typeof value === 'object') {
      Object.assign(changed, withParams(changed, Object.fromEntries(Object.entries(value)), `${path}.`));
    } else changed[path] = String(value);
  }
  return changed;
}

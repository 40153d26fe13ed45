/** New and changed accounts, as pure functions of parameters. */
import { invalid, refused } from '../api/errors.ts';
import { mergeMetadata } from '../api/params.ts';
import { newId, type Store } from '../world.ts';
import { type ConnectedAccount, type Controller, representative, withParams } from './account.ts';
import { isCapability } from './capability_names.ts';
import { newAccountId } from './changes.ts';
import { controller, LEGACY, refusal } from './controller.ts';
import type { BankAccountParams, CreateAccount, UpdateAccount } from './params.ts';
import type { PersonRecord } from './person.ts';
import { missing } from './requirements.ts';
import { submit } from './review.ts';
import { defaultSettings, withSettings } from './settings.ts';

export function createAccount(platform: Store, params: CreateAccount, now: number): ConnectedAccount {
  const { type, controller: wanted, country: chosen, ...fields } = params;
  if (type && wanted) {
    throw invalid(
      'controller',
      'You may only specify one of these parameters: type, controller.',
      'parameters_exclusive',
    );
  }
  const responsibilities = type ? LEGACY[type] : fromParams(wanted ?? {});
  const no = refusal(responsibilities);
  if (no) throw invalid(no.param, no.message);
  const country = chosen ?? 'US';
  const currency = CURRENCIES[country];
  if (currency === undefined) {
    const hint = "Try using a 2-character alphanumeric country code instead, such as 'US', 'EG', or 'GB'.";
    throw invalid('country', `Country '${country}' is unknown. ${hint}`, 'country_unsupported');
  }
  const full = responsibilities.stripe_dashboard.type === 'full';
  const account: ConnectedAccount = {
    id: newAccountId(),
    livemode: platform.livemode,
    platform: platform.account,
    access: true,
    created: now,
    type: type ?? (full ? 'standard' : 'none'),
    controller: responsibilities,
    country,
    currency,
    email: null,
    metadata: {},
    settings: defaultSettings(),
    facts: {},
    persons: [],
    bank: null,
    tos: null,
    // With Stripe's full Dashboard the merchant gets these without being asked.
    capabilities: new Map(
      full
        ? [
            ['card_payments', now],
            ['transfers', now],
          ]
        : [],
    ),
    turnedOff: new Set(),
    handedOver: false,
    submitted: false,
    confirmed: [],
    review: { status: 'open' },
  };
  return updateAccount(account, fields, now);
}

function fromParams(wanted: NonNullable<CreateAccount['controller']>): Controller {
  return controller(
    wanted.fees?.payer ?? 'account',
    wanted.losses?.payments ?? 'stripe',
    wanted.requirement_collection ?? 'stripe',
    wanted.stripe_dashboard?.type ?? 'full',
  );
}

export function updateAccount(account: ConnectedAccount, params: UpdateAccount, now: number): ConnectedAccount {
  const { business_profile, business_type, company, individual, tos_acceptance: tos, external_account: bank } = params;
  let facts = withParams(account.facts, {
    business_type,
    business_profile: business_profile ?? undefined,
    company: company ?? undefined,
  });
  if (business_profile === null) facts = withParams(facts, null, 'business_profile.');
  if (individual && (facts.business_type ?? 'individual') !== 'individual') {
    throw refused("You cannot set 'individual' on an account whose business_type is not 'individual'.", {
      param: 'individual',
    });
  }
  const updated: ConnectedAccount = {
    ...account,
    facts,
    currency: params.default_currency ?? account.currency,
    email: params.email === undefined ? account.email : params.email,
    metadata: mergeMetadata(account.metadata, params.metadata),
    settings: withSettings(account.settings, params.settings),
    ...withCapabilities(account, params.capabilities, now),
    persons: individual ? withRepresentative(account, individual, now) : account.persons,
    bank: bank ? bankAccount(account.id, bank) : bank === null ? null : account.bank,
    tos: tos?.date && tos.ip ? { date: tos.date, ip: tos.ip, user_agent: tos.user_agent ?? null } : account.tos,
  };
  return submittedWhenComplete(account, updated, now);
}

/** Where the platform collects the requirements there is no hosted form to submit: what is complete counts as submitted. */
export function submittedWhenComplete(
  before: ConnectedAccount,
  after: ConnectedAccount,
  now: number,
): ConnectedAccount {
  const told = (['facts', 'persons', 'bank', 'tos'] as const).some((part) => before[part] !== after[part]);
  const complete = after.controller.requirement_collection === 'application' && missing(after).length === 0;
  return told && complete ? submit(after, now) : after;
}

export function withRepresentative(
  account: ConnectedAccount,
  params: { [key: string]: unknown; metadata?: Record<string, string | null> | null | undefined },
  now: number,
): PersonRecord[] {
  const { metadata, ...given } = params;
  const known = representative(account);
  const person: PersonRecord = {
    id: known?.id ?? newId('person_1', 23),
    created: known?.created ?? now,
    facts: { ...withParams(known?.facts ?? {}, given), 'relationship.representative': 'true' },
    metadata: mergeMetadata(known?.metadata ?? {}, metadata),
  };
  return [...account.persons.filter((other) => other !== known), person];
}

/** `requested` by capability; one taken back is no longer listed. */
export function withCapabilities(
  stored: Pick<ConnectedAccount, 'capabilities' | 'turnedOff'>,
  params: Record<string, { requested?: boolean | null | undefined } | null | undefined> | null | undefined,
  now: number,
): Pick<ConnectedAccount, 'capabilities' | 'turnedOff'> {
  const capabilities = new Map(stored.capabilities);
  const turnedOff = new Set(stored.turnedOff);
  for (const [name, wanted] of Object.entries(params ?? {})) {
    if (!isCapability(name) || wanted?.requested == null) continue;
    if (wanted.requested) {
      turnedOff.delete(name);
      if (!capabilities.has(name)) capabilities.set(name, now);
    } else {
      turnedOff.add(name);
      capabilities.delete(name);
    }
  }
  return { capabilities, turnedOff };
}

export function bankAccount(account: string, params: BankAccountParams): NonNullable<ConnectedAccount['bank']> {
  return {
    id: newId('ba_1', 23),
    object: 'bank_account',
    account,
    account_holder_name: params.account_holder_name ?? null,
    account_holder_type: params.account_holder_type ?? null,
    account_type: null,
    available_payout_methods: ['standard'],
    bank_name: 'STRIPE TEST BANK',
    country: params.country,
    currency: params.currency,
    default_for_currency: true,
    fingerprint: newId('', 16),
    future_requirements: { currently_due: [], errors: [], past_due: [], pending_verification: [] },
    last4: params.account_number.slice(-4),
    metadata: {},
    requirements: { currently_due: [], errors: [], past_due: [], pending_verification: [] },
    routing_number: params.routing_number ?? null,
    status: 'new',
  };
}

const CURRENCIES: Record<string, string> = {
  AE: 'aed',
  AU: 'aud',
  BR: 'brl',
  CA: 'cad',
  CH: 'chf',
  CZ: 'czk',
  DK: 'dkk',
  GB: 'gbp',
  HK: 'hkd',
  HU: 'huf',
  IN: 'inr',
  JP: 'jpy',
  MX: 'mxn',
  MY: 'myr',
  NO: 'nok',
  NZ: 'nzd',
  PL: 'pln',
  RO: 'ron',
  SE: 'sek',
  SG: 'sgd',
  TH: 'thb',
  US: 'usd',
  ...Object.fromEntries(
    'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ').map((country) => [country, 'eur']),
  ),
};

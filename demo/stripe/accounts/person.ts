import type Stripe from 'stripe';
import { addressObject, type ConnectedAccount, type Facts, isIndividual, platformSeesDetails } from './account.ts';
import { fieldsOwed } from './requirements.ts';

export interface PersonRecord {
  readonly id: string;
  readonly created: number;
  /** By path within the person: `first_name`, `dob.day`, `relationship.title`. */
  readonly facts: Facts;
  readonly metadata: Record<string, string>;
}

/** Stripe's name for the person in requirements: `individual`, or `person_…` for a company's. */
export function personPath(account: ConnectedAccount, person: PersonRecord): string {
  return isIndividual(account) ? 'individual' : person.id;
}

/** What the platform sees: after onboarding began on an account whose requirements Stripe collects, the details are gone. */
export function personObject(account: ConnectedAccount, person: PersonRecord): Stripe.Person {
  const owed = fieldsOwed(account, person);
  const always = {
    id: person.id,
    object: 'person',
    account: account.id,
    created: person.created,
    future_requirements: {
      alternatives: [],
      currently_due: [],
      errors: [],
      eventually_due: [],
      past_due: [],
      pending_verification: [],
    },
    metadata: person.metadata,
    relationship: relationship(person.facts),
    requirements: {
      alternatives: [],
      currently_due: owed,
      errors: [],
      eventually_due: owed,
      past_due: [],
      pending_verification: [],
    },
    verification: verification(account),
  } satisfies Stripe.Person;
  return platformSeesDetails(account) ? { ...always, ...details(person.facts) } : always;
}

function details(facts: Facts): Partial<Stripe.Person> {
  const field = (name: string) => facts[name] ?? null;
  const number = (name: string) => (facts[name] === undefined ? null : Number(facts[name]));
  return {
    address: addressObject(facts, 'address'),
    dob: { day: number('dob.day'), month: number('dob.month'), year: number('dob.year') },
    email: field('email'),
    first_name: field('first_name'),
    full_name_aliases: [],
    gender: field('gender'),
    id_number_provided: facts.id_number !== undefined,
    id_number_secondary_provided: false,
    last_name: field('last_name'),
    maiden_name: field('maiden_name'),
    nationality: field('nationality'),
    phone: field('phone'),
    political_exposure: facts.political_exposure ?? 'none',
    ssn_last_4_provided: facts.ssn_last_4 !== undefined || facts.id_number !== undefined,
  };
}

function relationship(facts: Facts): Stripe.Person.Relationship {
  const is = (name: string) => facts[`relationship.${name}`] === 'true';
  const share = facts['relationship.percent_ownership'];
  return {
    authorizer: is('authorizer'),
    director: is('director'),
    executive: is('executive'),
    legal_guardian: is('legal_guardian'),
    owner: is('owner'),
    percent_ownership: share === undefined ? null : Number(share),
    representative: is('representative'),
    title: facts['relationship.title'] ?? null,
  };
}

function verification(account: ConnectedAccount): Stripe.Person.Verification {
  const document = { back: null, details: null, details_code: null, front: null };
  const status = { verified: 'verified', pending: 'pending' };
  const { review } = account;
  return {
    additional_document: document,
    details: review.status === 'identity_failed' ? 'Provided identity information could not be verified' : null,
    details_code: review.status === 'identity_failed' ? 'failed_keyed_identity' : null,
    document,
    status: review.status === 'verified' || review.status === 'pending' ? status[review.status] : 'unverified',
  };
}

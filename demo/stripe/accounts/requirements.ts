/** What Stripe still asks for, computed from what is missing and from the review. */
import type Stripe from 'stripe';
import { type ConnectedAccount, isIndividual, representative } from './account.ts';
import { type PersonRecord, personPath } from './person.ts';
import type { DisabledReason } from './review.ts';

const BUSINESS = ['business_profile.mcc', 'business_profile.product_description', 'business_profile.support_phone'];
const COMPANY = [
  'company.address.city',
  'company.address.line1',
  'company.address.postal_code',
  'company.name',
  'company.phone',
  'company.tax_id',
];
const PERSON = [
  'address.city',
  'address.line1',
  'address.postal_code',
  'dob.day',
  'dob.month',
  'dob.year',
  'email',
  'first_name',
  'id_number',
  'last_name',
  'phone',
];
const TERMS = ['tos_acceptance.date', 'tos_acceptance.ip'];
export const DOCUMENT = 'verification.document';

function owedOf(paths: string[], facts: Readonly<Record<string, string>>): string[] {
  return paths.filter((path) => facts[path] === undefined);
}

/** A person's missing fields, by path within the person. */
export function fieldsOwed(account: ConnectedAccount, person: PersonRecord | undefined): string[] {
  const wanted = [...PERSON];
  if (account.country === 'US') wanted.push('address.state');
  if (!isIndividual(account)) wanted.push('relationship.title');
  return owedOf(wanted, person?.facts ?? {}).sort();
}

/** Every field that was not given, as Stripe names it. Before the kind of business is known, only some can be named. */
export function missing(account: ConnectedAccount): string[] {
  const due = [
    ...owedOf(BUSINESS, account.facts),
    ...(account.bank ? [] : ['external_account']),
    ...(account.tos ? [] : TERMS),
  ];
  const kind = account.facts.business_type;
  const person = representative(account);
  if (!kind) {
    due.push(
      'business_type',
      ...owedOf(['first_name', 'last_name'], person?.facts ?? {}).map((path) => `representative.${path}`),
    );
    return due.sort();
  }
  const company = account.country === 'US' ? [...COMPANY, 'company.address.state'] : COMPANY;
  if (kind !== 'individual') due.push(...owedOf(company, account.facts));
  const prefix = person ? personPath(account, person) : kind === 'individual' ? 'individual' : 'representative';
  due.push(...fieldsOwed(account, person).map((path) => `${prefix}.${path}`));
  return due.sort();
}

export function requirements(account: ConnectedAccount, now: number): Stripe.Account.Requirements {
  const due = missing(account);
  const person = representative(account);
  const prefix = person ? personPath(account, person) : 'individual';
  const { review } = account;
  switch (review.status) {
    case 'open':
      // A new account reads past due with nothing past due: Stripe's own fixture does.
      return build({ due, reason: due.length > 0 ? 'requirements.past_due' : null });
    case 'verified':
      return build({ due, reason: null });
    case 'pending':
      return build({
        due,
        pending: [`${prefix}.dob.day`, `${prefix}.dob.month`, `${prefix}.dob.year`, `${prefix}.id_number`],
        reason: 'requirements.pending_verification',
      });
    case 'identity_failed':
      return build({
        due,
        overdue: due,
        deadline: review.since,
        reason: 'requirements.past_due',
        errors: [
          {
            code: 'verification_failed_keyed_identity',
            reason:
              "The person's keyed-in identity information could not be verified. Correct any errors or upload a document that matches the identity fields (e.g., name and date of birth) entered.",
            requirement: `${prefix}.id_number`,
          },
        ],
      });
    case 'document_needed':
    case 'document_overdue': {
      const wanted = `${prefix}.${DOCUMENT}`;
      const overdue = review.status === 'document_overdue' || review.deadline <= now;
      return build({
        due: [...due, wanted].sort(),
        ...(overdue && { overdue: [wanted] }),
        deadline: review.deadline,
        reason: overdue ? 'requirements.past_due' : null,
        errors: review.failed
          ? [
              {
                code: 'verification_document_failed_other',
                reason: 'The document could not be verified for an unknown reason. Upload another document.',
                requirement: wanted,
              },
            ]
          : [],
      });
    }
    case 'paused':
    case 'rejected':
      return build({ due: account.submitted ? [] : due, reason: review.reason });
  }
}

interface Parts {
  due: string[];
  overdue?: string[];
  pending?: string[];
  deadline?: number;
  reason: DisabledReason | null;
  errors?: Stripe.Account.Requirements.Error[];
}

function build({ due, overdue = [], pending = [], deadline, reason, errors = [] }: Parts): Stripe.Account.Requirements {
  return {
    alternatives: [],
    current_deadline: deadline ?? null,
    currently_due: due,
    disabled_reason: reason,
    errors,
    eventually_due: due,
    past_due: overdue,
    pending_verification: pending,
  };
}

export function emptyFutureRequirements(): Stripe.Account.FutureRequirements {
  return build({ due: [], reason: null });
}

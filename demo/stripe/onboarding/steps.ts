/** The steps of hosted onboarding, and what the person's answers make of the account. */
import { type ConnectedAccount, isIndividual, representative } from '../accounts/account.ts';
import { bankAccount, withRepresentative } from '../accounts/create.ts';
import { bank, businessProfile, businessType, company, type Field, identityDocument, person } from './fields.ts';

export type StepId = 'business-type' | 'business-details' | 'representative' | 'bank-account' | 'document' | 'review';

export interface Step {
  id: StepId;
  title: string;
  intro: string;
  fields: Field[];
}

export type Answers = Readonly<Record<string, string>>;

/** The steps this account goes through; a document is only asked for where one is due. */
export function stepsOf(account: ConnectedAccount): Step[] {
  const { country } = account;
  const alone = isIndividual(account);
  const document = account.review.status === 'document_needed' || account.review.status === 'document_overdue';
  return [
    {
      id: 'business-type',
      title: 'Type of business',
      intro: 'This decides what Stripe has to know about you.',
      fields: businessType,
    },
    {
      id: 'business-details',
      title: 'Business details',
      intro: 'Customers see some of this on statements and receipts.',
      fields: alone ? businessProfile : [...company(country), ...businessProfile],
    },
    {
      id: 'representative',
      title: alone ? 'Your details' : 'Business representative',
      intro: alone
        ? 'The law requires Stripe to know who gets paid.'
        : 'Somebody who may act for the business, such as an owner or a director.',
      fields: person(country, !alone),
    },
    {
      id: 'bank-account',
      title: 'Bank account',
      intro: 'Payouts arrive here. The account must be in your country.',
      fields: bank(country),
    },
    ...(document
      ? [
          {
            id: 'document' as const,
            title: 'Identity document',
            intro: 'What you entered could not be matched. A document settles it.',
            fields: identityDocument,
          },
        ]
      : []),
    { id: 'review', title: 'Review and submit', intro: 'Check that everything is right.', fields: [] },
  ];
}

/** What is known already, prefilled by the platform or entered by the person, by field name. */
export function answersOf(account: ConnectedAccount): Answers {
  const answers: Record<string, string> = { ...account.facts };
  for (const [path, value] of Object.entries(representative(account)?.facts ?? {}))
    answers[`representative.${path}`] = value;
  if (account.email && !answers['representative.email']) answers['representative.email'] = account.email;
  if (account.bank) {
    answers['external_account.account_number'] = account.bank.last4;
    if (account.bank.routing_number) answers['external_account.routing_number'] = account.bank.routing_number;
  }
  return answers;
}

export interface Checked {
  /** Answers that will do, by field name. */
  good: Record<string, string>;
  /** What to change about the others. A missing answer only counts where the step is to be finished. */
  problems: Record<string, string>;
}

export function check(step: Step, given: Answers, known: Answers, finishing: boolean): Checked {
  const checked: Checked = { good: {}, problems: {} };
  for (const field of step.fields) {
    const value = (given[field.name] ?? '').trim();
    const kept = field.secret && known[field.name] !== undefined;
    if (value === '' && (field.optional || kept || !finishing)) continue;
    const problem =
      field.options && !field.options.some(([option]) => option === value) ? field.problem('') : field.problem(value);
    if (problem) checked.problems[field.name] = problem;
    else checked.good[field.name] = value;
  }
  return checked;
}

export function withAnswers(account: ConnectedAccount, answers: Answers, now: number): ConnectedAccount {
  const facts = { ...account.facts };
  const about: Record<string, string> = {};
  for (const [name, value] of Object.entries(answers)) {
    if (name.startsWith('representative.')) about[name.slice('representative.'.length)] = plain(name, value);
    else if (name !== 'external_account.account_number') facts[name] = plain(name, value);
  }
  const changed = { ...account, facts };
  return {
    ...changed,
    persons: Object.keys(about).length > 0 ? withRepresentative(changed, about, now) : account.persons,
    bank: bankFrom(changed, answers),
  };
}

/** Digits of an id without the dashes people type; days and months without leading zeros. */
function plain(name: string, value: string): string {
  if (/\.(id_number|tax_id)$/.test(name)) return value.replaceAll('-', '');
  return /\.dob\./.test(name) ? String(Number(value)) : value;
}

/** An account number is only kept as part of a whole bank account. */
function bankFrom(account: ConnectedAccount, answers: Answers): ConnectedAccount['bank'] {
  const known = account.bank;
  const number = answers['external_account.account_number'];
  const routing = account.facts['external_account.routing_number'] ?? known?.routing_number ?? null;
  if (!number) return known && { ...known, routing_number: routing };
  if (account.country === 'US' && !routing) return known;
  if (known?.last4 === number.slice(-4) && known.routing_number === routing) return known;
  const { country, currency } = account;
  return bankAccount(account.id, {
    object: 'bank_account',
    account_number: number,
    country,
    currency,
    routing_number: routing,
  });
}

export function isComplete(account: ConnectedAccount, step: Step): boolean {
  const answers = answersOf(account);
  const answered = step.fields.every((field) => field.optional || answers[field.name] !== undefined);
  return answered && account.confirmed.includes(step.id);
}

/** Where to go on: the first step that is not finished, else the review. */
export function nextStep(account: ConnectedAccount): StepId {
  const open = stepsOf(account).find((step) => step.id !== 'review' && !isComplete(account, step));
  return open?.id ?? 'review';
}

/** Everything a person would enter who uses the test data throughout. */
export function testAnswers(account: ConnectedAccount): Answers {
  const alone = { ...account, facts: { ...account.facts, business_type: 'individual' } };
  const fields = stepsOf(alone).flatMap((step) => step.fields);
  return Object.fromEntries(fields.map((field) => [field.name, field.test]));
}

/** What Stripe makes of what was submitted. Test values decide, as in Stripe's test mode. */
import type Stripe from 'stripe';
import { type ConnectedAccount, representative } from './account.ts';

const DAY = 24 * 60 * 60;
/** How long a check takes that is not settled at once. */
export const CHECK_TAKES = DAY;
/** How long the merchant has to hand in a document. */
export const DOCUMENT_WITHIN = 30 * DAY;

export type DisabledReason = Stripe.Account.Requirements.DisabledReason;

export type Review =
  /** Nothing was submitted yet. */
  | { status: 'open' }
  | { status: 'pending'; until: number }
  | { status: 'verified' }
  /** The id number did not match: it has to be given again. */
  | { status: 'identity_failed'; since: number }
  /** Works until the deadline; then not, until the document is there. */
  | { status: 'document_needed'; deadline: number; failed: boolean }
  | { status: 'document_overdue'; deadline: number; failed: boolean }
  /** Stopped for a reason that no form mends. */
  | { status: 'paused'; reason: DisabledReason }
  | { status: 'rejected'; reason: DisabledReason };

/** The account as it stands once its merchant has submitted everything. What failed has to be given again. */
export function submit(account: ConnectedAccount, now: number): ConnectedAccount {
  const review = reviewOf(account, now);
  const again = toGiveAgain(review);
  return {
    ...account,
    submitted: true,
    review,
    persons: account.persons.map((person) => ({ ...person, facts: without(person.facts, again?.field) })),
    confirmed: account.confirmed.filter((step) => step !== again?.step),
  };
}

function toGiveAgain(review: Review): { field: string; step: string } | null {
  if (review.status === 'identity_failed') return { field: 'id_number', step: 'representative' };
  if (review.status === 'document_needed' && review.failed)
    return { field: 'verification.document.front', step: 'document' };
  return null;
}

function reviewOf(account: ConnectedAccount, now: number): Review {
  const facts = representative(account)?.facts ?? {};
  const document = facts['verification.document.front'];
  if (account.review.status === 'paused' || account.review.status === 'rejected') return account.review;
  if (facts.id_number === '111111111') return { status: 'identity_failed', since: now };
  if (document?.includes('failure') || (facts['address.line1'] === 'address_no_match' && !document)) {
    return { status: 'document_needed', deadline: now + DOCUMENT_WITHIN, failed: document !== undefined };
  }
  if (
    `${facts['dob.year']}-${facts['dob.month']}-${facts['dob.day']}` === '1902-1-1' &&
    account.review.status !== 'verified'
  ) {
    return { status: 'pending', until: now + CHECK_TAKES };
  }
  return { status: 'verified' };
}

/** When the review changes by itself, and what it becomes then. */
export function nextReview(review: Review): { at: number; review: Review } | null {
  if (review.status === 'pending') return { at: review.until, review: { status: 'verified' } };
  if (review.status === 'document_needed')
    return { at: review.deadline, review: { ...review, status: 'document_overdue' } };
  return null;
}

function without(facts: Readonly<Record<string, string>>, path: string | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => key !== path));
}

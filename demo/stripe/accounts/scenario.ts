/** Puts an account into one of the states a platform has to cope with, as a pure function. */
import { testAnswers, withAnswers } from '../onboarding/steps.ts';
import type { ConnectedAccount } from './account.ts';
import { CHECK_TAKES, DOCUMENT_WITHIN, type Review } from './review.ts';

export const SCENARIOS = [
  'new',
  'incomplete',
  'pending_verification',
  'enabled',
  'due_later',
  'past_due',
  'restricted',
  'rejected',
  'deauthorized',
] as const;
/** All but the last: what the account becomes. `deauthorized` changes the platform's access, not the account. */
export type Scenario = Exclude<(typeof SCENARIOS)[number], 'deauthorized'>;

export function inScenario(account: ConnectedAccount, scenario: Scenario, now: number): ConnectedAccount {
  const blank: ConnectedAccount = {
    ...account,
    facts: {},
    persons: [],
    bank: null,
    tos: null,
    submitted: false,
    confirmed: [],
    review: { status: 'open' },
  };
  if (scenario === 'new') return blank;
  const started = withAnswers(blank, pick(testAnswers(blank), 'business_'), now);
  if (scenario === 'incomplete') return { ...started, confirmed: ['business-type', 'business-details'] };
  const answered = withAnswers(account.submitted ? account : blank, testAnswers(blank), now);
  return {
    ...answered,
    tos: account.tos ?? { date: now, ip: '127.0.0.1', user_agent: null },
    submitted: true,
    confirmed: [
      'business-type',
      'business-details',
      'representative',
      'bank-account',
      ...(scenario === 'enabled' ? ['document'] : []),
    ],
    review: reviewIn(scenario, now),
  };
}

function reviewIn(scenario: Exclude<Scenario, 'new' | 'incomplete'>, now: number): Review {
  switch (scenario) {
    case 'pending_verification':
      return { status: 'pending', until: now + CHECK_TAKES };
    case 'enabled':
      return { status: 'verified' };
    case 'due_later':
      return { status: 'document_needed', deadline: now + DOCUMENT_WITHIN, failed: false };
    case 'past_due':
      return { status: 'document_overdue', deadline: now - 1, failed: false };
    case 'restricted':
      return { status: 'paused', reason: 'under_review' };
    case 'rejected':
      return { status: 'rejected', reason: 'rejected.fraud' };
  }
}

function pick(answers: Readonly<Record<string, string>>, prefix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name.startsWith(prefix)));
}

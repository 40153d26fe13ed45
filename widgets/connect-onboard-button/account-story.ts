/** What an account's state means to the merchant: what is missing, by when, what is wrong. Pure. */
import type { Account, AccountStatus } from '../../worker/contract.ts';
import { type Problem, problemOf, type Topic, topicOf, topicsOf } from '../shared/requirements.ts';

export type Tone = 'neutral' | 'waiting' | 'good' | 'warning' | 'bad';

export interface Missing {
  readonly topic: Topic;
  /** What Stripe found wrong with an earlier answer. */
  readonly problem: Problem | undefined;
}

export interface Story {
  readonly tone: Tone;
  readonly missing: readonly Missing[];
  /** Seconds since the epoch. */
  readonly due: number | null;
  readonly overdue: boolean;
}

const tones: { readonly [status in AccountStatus]: Tone } = {
  none: 'neutral',
  incomplete: 'warning',
  pending_verification: 'waiting',
  enabled: 'good',
  due_later: 'warning',
  past_due: 'bad',
  restricted: 'bad',
  rejected: 'bad',
  disconnected: 'neutral',
};

export function tell(account: Account): Story {
  const { status, requirements } = account;
  return {
    tone: isUnderReview(account) ? 'waiting' : tones[status],
    missing: missing(status, requirements),
    due: status === 'due_later' || status === 'incomplete' ? requirements.current_deadline : null,
    overdue: status === 'past_due',
  };
}

/** Where something was refused comes first: it is what the merchant does not expect. */
function missing(status: AccountStatus, requirements: Account['requirements']): Missing[] {
  const problems = new Map(requirements.errors.map(({ requirement, code }) => [topicOf(requirement), problemOf(code)]));
  return topicsOf(fieldsToShow(status, requirements))
    .map((topic) => ({ topic, problem: problems.get(topic) }))
    .sort((one, other) => Number(other.problem !== undefined) - Number(one.problem !== undefined));
}

function fieldsToShow(status: AccountStatus, requirements: Account['requirements']): readonly string[] {
  const { past_due, currently_due, eventually_due } = requirements;
  switch (status) {
    case 'incomplete':
      return [...new Set([...past_due, ...currently_due])];
    case 'due_later':
      return currently_due.length ? currently_due : eventually_due;
    case 'past_due':
      return past_due.length ? past_due : currently_due;
    case 'none':
    case 'pending_verification':
    case 'enabled':
    case 'restricted':
    case 'rejected':
    case 'disconnected':
      return [];
  }
}

/** Why an account is on hold, as far as it makes a difference to the merchant: Stripe looks at it, or somebody must be asked. */
export function isUnderReview({ status, requirements }: Account): boolean {
  return status === 'restricted' && /^(under_review|listed)$/.test(requirements.disabled_reason ?? '');
}

const DAY_S = 86_400;
/** Closer than this, a date also says how many days are left. */
const NEAR_DAYS = 14;

export function dueDate(due: number, now: number, locale: string): string {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(due * 1000);
  const days = Math.ceil((due - now / 1000) / DAY_S);
  if (days < 0 || days >= NEAR_DAYS) return date;
  return `${date} (${new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')})`;
}

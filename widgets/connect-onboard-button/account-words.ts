/** An account's story in words, for either element. */
import type { Account, AccountStatus } from '../../worker/contract.ts';
import type { Icon } from '../shared/icons.ts';
import type { OnboardWords } from '../shared/messages/en-onboard.ts';
import { dueDate, isUnderReview, type Tone, tell } from './account-story.ts';

export const toneIcons: { readonly [tone in Tone]: Icon } = {
  neutral: 'account',
  waiting: 'clock',
  good: 'check',
  warning: 'alert',
  bad: 'stop',
};

/** What the status means; where only talking helps, with whom. */
export function explanationOf(account: Account, say: OnboardWords, business: string | null): string {
  if (isUnderReview(account)) return say.underReview;
  const [, explanation] = say.status[account.status];
  return needsTalk(account.status) ? `${explanation} ${say.contact(business)}` : explanation;
}

export function needsTalk(status: AccountStatus | undefined): boolean {
  return status === 'restricted' || status === 'rejected' || status === 'disconnected';
}

/** Introduces the list of what is missing. */
export function leadOf(account: Account, say: OnboardWords, locale: string, now: number): string {
  const { due, overdue } = tell(account);
  if (overdue) return say.overdue;
  return due === null ? say.needed : say.neededBy(dueDate(due, now, locale));
}

/** An account's story in words, for either element. */
import type { Account, AccountStatus } from '../../worker/contract.ts';
import { formatsOf } from '../shared/formats.ts';
import type { Icon } from '../shared/icons.ts';
import type { OnboardWords } from '../shared/messages/en-onboard.ts';
import type { Say } from '../shared/words.ts';
import { dueDate, isUnderReview, type Tone, tell } from './account-story.ts';

export const toneIcons: { readonly [tone in Tone]: Icon } = {
  neutral: 'account',
  waiting: 'clock',
  good: 'check',
  warning: 'alert',
  bad: 'stop',
};

/** What the status means; where only talking helps, with whom. */
export function explanationOf(account: Account, say: Say<OnboardWords>, business: string | null): string {
  if (isUnderReview(account)) return say('underReview');
  const explanation = say(`meaning.${account.status}`);
  if (!needsTalk(account.status)) return explanation;
  return `${explanation} ${business === null ? say('contactSupport') : say('contact', { business })}`;
}

export function needsTalk(status: AccountStatus | undefined): boolean {
  return status === 'restricted' || status === 'rejected' || status === 'disconnected';
}

/** Introduces the list of what is missing. */
export function leadOf(account: Account, say: Say<OnboardWords>, now: number): string {
  const { due, overdue } = tell(account);
  if (overdue) return say('overdue');
  return due === null ? say('needed') : say('neededBy', { date: dueDate(due, now, formatsOf(say.locale)) });
}

/** What the merchant should know of: what Stripe asks for, what it stopped, and money that did not arrive. */
import { requirements } from '../../accounts/requirements.ts';
import { isAnswerable } from '../../disputes/changes.ts';
import type { PanelCall } from '../call.ts';
import type { Panel } from './panel.ts';

export interface Notification {
  readonly about: 'disputed' | 'due' | 'past_due' | 'payout_failed' | 'pending' | 'rejected' | 'stopped';
  /** Whether the merchant has to do something, in the window of onboarding. */
  readonly window: boolean;
  readonly action: boolean;
  /** Unix seconds. */
  readonly deadline: number | null;
}

export interface NotificationsShown {
  readonly notifications: readonly Notification[];
}

export const notificationBanner: Panel = {
  read: (call): NotificationsShown => ({ notifications: [...ofRequirements(call), ...ofMoney(call)] }),
};

function ofRequirements({ world, account }: PanelCall): Notification[] {
  const { status } = account.review;
  if (status === 'rejected') return [{ about: 'rejected', window: false, action: false, deadline: null }];
  if (status === 'paused') return [{ about: 'stopped', window: false, action: false, deadline: null }];
  const { currently_due, past_due, pending_verification, current_deadline } = requirements(account, world.now());
  if (past_due?.length) return [{ about: 'past_due', window: true, action: true, deadline: null }];
  if (currently_due?.length) return [{ about: 'due', window: true, action: true, deadline: current_deadline }];
  return pending_verification?.length ? [{ about: 'pending', window: false, action: false, deadline: null }] : [];
}

function ofMoney({ store }: PanelCall): Notification[] {
  const latest = Array.from(store.payouts.values()).at(-1);
  const disputes = Array.from(store.disputes.values()).filter(isAnswerable);
  const soonest = Math.min(...disputes.map((dispute) => dispute.evidence_details.due_by));
  return [
    ...(latest?.status === 'failed'
      ? [{ about: 'payout_failed', window: true, action: true, deadline: null } as const]
      : []),
    ...(disputes.length > 0 ? [{ about: 'disputed', window: false, action: true, deadline: soonest } as const] : []),
  ];
}

/** Where a merchant stands, from what Stripe says of the account (the table in STRIPE.md 3.3). */
import type { Account, AccountStatus } from '../contract.ts';

export type AccountFacts = Omit<Account, 'object' | 'id' | 'status' | 'country'>;

/** Reasons that a form cannot mend. The other ones are about requirements, or a rejection. */
const PAUSED = new Set([
  'listed',
  'under_review',
  'platform_paused',
  'other',
  'action_required.requested_capabilities',
]);

export function accountStatus(account: AccountFacts): Exclude<AccountStatus, 'none' | 'disconnected'> {
  const { requirements } = account;
  const reason = requirements.disabled_reason;
  if (reason?.startsWith('rejected.')) return 'rejected';
  if (!account.details_submitted) return 'incomplete';
  if (requirements.past_due.length > 0 || reason === 'requirements.past_due') return 'past_due';
  if (reason !== null && PAUSED.has(reason)) return 'restricted';
  const asked = requirements.currently_due.length > 0;
  if (asked) return works(account) ? 'due_later' : 'past_due';
  if (requirements.pending_verification.length > 0 || reason !== null) return 'pending_verification';
  return works(account) ? 'enabled' : 'pending_verification';
}

/** An account with `transfers` alone never gets `charges_enabled`; there, all its capabilities being active counts. */
function works(account: AccountFacts): boolean {
  if (account.charges_enabled && account.payouts_enabled) return true;
  const capabilities = Object.values(account.capabilities);
  return account.payouts_enabled && capabilities.length > 0 && capabilities.every((state) => state === 'active');
}

export const NO_ACCOUNT: Account = {
  object: 'account',
  id: null,
  status: 'none',
  details_submitted: false,
  charges_enabled: false,
  payouts_enabled: false,
  country: null,
  capabilities: {},
  requirements: {
    currently_due: [],
    eventually_due: [],
    past_due: [],
    pending_verification: [],
    current_deadline: null,
    disabled_reason: null,
    errors: [],
  },
};

/** What is left to say once the platform has lost its access: the id, and that nothing works through us any more. */
export function disconnectedAccount(id: string): Account {
  return { ...NO_ACCOUNT, id, status: 'disconnected' };
}

const SETTLED_FOR = 10 * 60_000;

/**
 * Whether a stored reading may be shown. An account where everything works, or nothing does, changes rarely and its webhooks tell; any
 * other may have changed a second ago, while its owner was at Stripe.
 * @param age milliseconds since it was read
 */
export function mayShowReading(status: AccountStatus, age: number): boolean {
  return (status === 'enabled' || status === 'disconnected') && age < SETTLED_FOR;
}

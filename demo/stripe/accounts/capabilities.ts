import type Stripe from 'stripe';
import { type ConnectedAccount, inGoodStanding } from './account.ts';
import type { CapabilityName } from './capability_names.ts';
import { requirements } from './requirements.ts';

/** All of an account's requested capabilities stand or fall together, as card payments and transfers do at Stripe. */
export function capabilityStatus(account: ConnectedAccount): 'active' | 'inactive' | 'pending' {
  if (!account.submitted) return 'inactive';
  if (inGoodStanding(account)) return 'active';
  return account.review.status === 'pending' ? 'pending' : 'inactive';
}

/** In dollars Americans pay with these, too. */
const BY_ITSELF: readonly CapabilityName[] = ['cashapp_payments', 'us_bank_account_ach_payments'];

/**
 * Whether customers may pay this way: it was asked for, or is what a platform turns on in its dashboard, which Stripe
 * offers on American accounts that take cards until it is turned off there.
 */
export function offers({ capabilities, country, turnedOff }: ConnectedAccount, name: CapabilityName): boolean {
  if (capabilities.has(name)) return true;
  return BY_ITSELF.includes(name) && country === 'US' && capabilities.has('card_payments') && !turnedOff.has(name);
}

export function capabilityObject(account: ConnectedAccount, name: CapabilityName, now: number): Stripe.Capability {
  const requestedAt = account.capabilities.get(name);
  const requested = requestedAt !== undefined;
  const of = requirements(account, now);
  return {
    id: name,
    object: 'capability',
    account: account.id,
    future_requirements: {
      alternatives: [],
      current_deadline: null,
      currently_due: [],
      disabled_reason: null,
      errors: [],
      eventually_due: [],
      past_due: [],
      pending_verification: [],
    },
    requested,
    requested_at: requestedAt ?? null,
    requirements: {
      alternatives: [],
      current_deadline: requested ? of.current_deadline : null,
      currently_due: (requested && of.currently_due) || [],
      disabled_reason: requested ? disabledReason(account) : null,
      errors: (requested && of.errors) || [],
      eventually_due: (requested && of.eventually_due) || [],
      past_due: (requested && of.past_due) || [],
      pending_verification: (requested && of.pending_verification) || [],
    },
    status: requested ? capabilityStatus(account) : 'unrequested',
  };
}

/** Capabilities have their own, coarser vocabulary of reasons. */
function disabledReason(account: ConnectedAccount): Stripe.Capability.Requirements.DisabledReason | null {
  switch (account.review.status) {
    case 'verified':
    case 'document_needed':
      return null;
    case 'open':
      return 'pending.onboarding';
    case 'pending':
      return 'pending.review';
    case 'identity_failed':
    case 'document_overdue':
      return 'requirements.fields_needed';
    case 'paused':
      return 'other';
    case 'rejected':
      return 'rejected.other';
  }
}

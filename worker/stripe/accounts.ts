/** Connected accounts and the links into their onboarding. */
import type Stripe from 'stripe';
import type { Account, AccountLink } from '../contract.ts';
import { InlayError } from '../errors.ts';
import type { AccountParams } from '../rules/account-params.ts';
import { accountStatus, disconnectedAccount } from '../rules/account-status.ts';
import { createdAround, isMissing, type StripeCall } from './client.ts';

export type ConnectedAccount = Account & { readonly id: string };

export async function createAccount(call: StripeCall, params: AccountParams, key: string): Promise<ConnectedAccount> {
  return fromStripe(await call((stripe) => stripe.accounts.create(params, { idempotencyKey: key })));
}

/** Reads the account. One that Stripe no longer lets us see has ended the connection. */
export async function readAccount(call: StripeCall, id: string): Promise<ConnectedAccount> {
  try {
    return fromStripe(await call((stripe) => stripe.accounts.retrieve(id)));
  } catch (thrown) {
    if (isGone(thrown)) return { ...disconnectedAccount(id), id };
    throw thrown;
  }
}

/** The account that a claim led to, found without its idempotency key. @param claimedAt milliseconds */
export async function findClaimedAccount(
  call: StripeCall,
  claimId: string,
  claimedAt: number,
): Promise<ConnectedAccount | null> {
  return call(async (stripe) => {
    for await (const account of stripe.accounts.list({ created: createdAround(claimedAt), limit: 100 })) {
      if (account.metadata?.inlay_claim === claimId) return fromStripe(account);
    }
    return null;
  });
}

/** A fresh link. Its idempotency key is of this one request: a link is single use, so two requests never share one. */
export async function createAccountLink(
  call: StripeCall,
  link: { account: string; returnUrl: string; refreshUrl: string; collect: 'currently_due' | 'eventually_due' },
): Promise<AccountLink> {
  const idempotencyKey = `inlay-link-${crypto.randomUUID()}`;
  try {
    const { url, expires_at } = await call((stripe) =>
      stripe.accountLinks.create(
        {
          account: link.account,
          type: 'account_onboarding',
          return_url: link.returnUrl,
          refresh_url: link.refreshUrl,
          collection_options: { fields: link.collect },
        },
        { idempotencyKey },
      ),
    );
    return { object: 'account_link', url, expires_at };
  } catch (thrown) {
    if (isGone(thrown)) throw new InlayError('account_disconnected');
    throw thrown;
  }
}

/** Our access was taken away, or the account belongs to another platform than the site's key. */
export function isGone(thrown: unknown): boolean {
  return isMissing(thrown) || (thrown instanceof InlayError && thrown.code === 'account_disconnected');
}

function fromStripe(account: Stripe.Account): ConnectedAccount {
  const { requirements } = account;
  const facts = {
    details_submitted: account.details_submitted,
    charges_enabled: account.charges_enabled,
    payouts_enabled: account.payouts_enabled,
    capabilities: Object.fromEntries(Object.entries(account.capabilities ?? {})),
    requirements: {
      currently_due: requirements?.currently_due ?? [],
      eventually_due: requirements?.eventually_due ?? [],
      past_due: requirements?.past_due ?? [],
      pending_verification: requirements?.pending_verification ?? [],
      current_deadline: requirements?.current_deadline ?? null,
      disabled_reason: requirements?.disabled_reason ?? null,
      errors: (requirements?.errors ?? []).map(({ code, reason, requirement }) => ({ code, reason, requirement })),
    },
  };
  return {
    object: 'account',
    id: account.id,
    status: accountStatus(facts),
    country: account.country ?? null,
    ...facts,
  };
}

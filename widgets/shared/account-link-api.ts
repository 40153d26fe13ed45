/** Links to Stripe's onboarding, and what makes the way to one shorter. */
import type { AccountLink, AccountLinkRequest } from '../../worker/contract.ts';
import { request } from './api.ts';
import { askAhead } from './ask-ahead.ts';
import type { Session } from './settings.ts';
import { userToken } from './token.ts';

/** Safe to repeat: a link that nobody opens costs nothing, and the account is created once. */
export function createAccountLink(
  session: Session,
  body: AccountLinkRequest,
  signal: AbortSignal,
): Promise<AccountLink> {
  return request(session, 'account_links', signal, body);
}

/** Makes nothing: see `askAhead`. */
export function preflightAccountLink(session: Session, signal: AbortSignal): Promise<void> {
  return askAhead(session, 'account_links', signal, async () => ({
    Authorization: `Bearer ${await userToken(session)}`,
  }));
}

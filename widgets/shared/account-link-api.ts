/** Links to Stripe's onboarding, and what makes the way to one shorter. */
import type { AccountLink, AccountLinkRequest } from '../../worker/contract.ts';
import { request, send } from './api.ts';
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

/** Browsers keep a preflight for as long as the Worker says, Safari for ten minutes at the most. */
const KEPT_MS = 5 * 60_000;

const asked = new WeakMap<Session, number>();

/**
 * Before a page may post to the Worker its browser asks the Worker: a round trip that a click would have to wait for.
 * This request makes nothing, but has the browser ask ahead. A failure shows when the link is wanted.
 */
export async function preflightAccountLink(session: Session, signal: AbortSignal): Promise<void> {
  const now = Date.now();
  if (now - (asked.get(session) ?? -Infinity) < KEPT_MS) return;
  asked.set(session, now);
  try {
    await send(session, 'account_links', signal, undefined, { Authorization: `Bearer ${await userToken(session)}` });
  } catch {
    asked.delete(session);
  }
}

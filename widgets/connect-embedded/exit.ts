/** Where the merchant stands after they did something in a component of Stripe's: asked of the Worker, and told. */
import type { Account } from '../../worker/contract.ts';
import { request } from '../shared/api.ts';
import { InlayError } from '../shared/inlay-error.ts';
import { AccountNews } from '../shared/news.ts';
import { page, type Session } from '../shared/settings.ts';
import type { Embedding } from './embedding.ts';

/** Not by way of `account-api.ts`, which would bring the code of the button for onboarding along. */
export function readAccount(session: Session, signal: AbortSignal): Promise<Account> {
  return request(session, 'account', signal);
}

function passOn(flow: Embedding, session: Session, account: Account): void {
  // What elements of the page share is older.
  session.account = undefined;
  page.dispatchEvent(new AccountNews(flow, session, account));
}

/** In passing: where the Worker cannot be asked, other elements show what they did. */
export async function tellOthers(flow: Embedding, session: Session, signal: AbortSignal): Promise<void> {
  const account = await readAccount(session, signal).catch(() => null);
  if (account && !signal.aborted) passOn(flow, session, account);
}

/**
 * The person has left onboarding.
 * @param before where the merchant stood; null where that is not known
 * @returns where they stand now; null where the user token is not good for asking
 */
export async function tellOfExit(
  flow: Embedding,
  session: Session,
  before: Account | null,
  signal: AbortSignal,
): Promise<Account | null> {
  const { host } = flow;
  const account = await readAccount(session, signal).catch(unlessOutOfScope);
  signal.throwIfAborted();
  if (!account) {
    host.emit('change', {});
    return null;
  }
  passOn(flow, session, account);
  if (JSON.stringify(before) !== JSON.stringify(account)) host.emit('change', { account });
  if (account.details_submitted) host.emit('success', { account });
  else host.emit('cancel');
  return account;
}

function unlessOutOfScope(error: unknown): null {
  if (error instanceof InlayError && error.code === 'scope_missing') return null;
  throw error;
}

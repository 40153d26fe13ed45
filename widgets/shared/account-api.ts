/** Where a merchant stands, asked once however many elements of a page show it. */
import type { Account } from '../../worker/contract.ts';
import { request } from './api.ts';
import type { Session, SharedAnswer } from './settings.ts';

/**
 * Where the merchant stands. Elements of one page share an answer younger than `maxAge` milliseconds.
 */
export function readAccount(session: Session, maxAge: number, signal: AbortSignal): Promise<Account> {
  const held = session.account;
  const shared = held && Date.now() - held.at < maxAge ? held : askAccount(session);
  shared.waiting++;
  signal.addEventListener('abort', () => {
    if (--shared.waiting) return;
    shared.at = 0;
    shared.given.abort();
  });
  return shared.answer;
}

function askAccount(session: Session): SharedAnswer {
  const given = new AbortController();
  const answer = request<Account>(session, 'account', given.signal);
  const shared = { answer, given, at: Date.now(), waiting: 0 };
  session.account = shared;
  answer.catch(() => {
    shared.at = 0;
  });
  return shared;
}

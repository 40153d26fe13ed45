/** Where a merchant stands, asked once however many elements of a page show it. */
import type { Account } from '../../worker/contract.ts';
import { request } from './api.ts';
import type { Session } from './settings.ts';
import { shareAnswer } from './shared-answer.ts';

/**
 * Where the merchant stands. Elements of one page share an answer younger than `maxAge` milliseconds.
 */
export function readAccount(session: Session, maxAge: number, signal: AbortSignal): Promise<Account> {
  session.account = shareAnswer(session.account, maxAge, signal, (given) => request(session, 'account', given));
  return session.account.answer;
}

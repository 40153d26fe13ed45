/** What the bank elements ask of the Worker, but for `bank-terms.ts`. */
import type {
  BankAccount,
  BankAccountOwnerList,
  BankSession,
  BankSessionRequest,
  LinkedBankSession,
  MonthlyTotalList,
  RefreshFeature,
  TransactionList,
} from '../../worker/contract.ts';
import { request } from './api.ts';
import type { Session } from './settings.ts';

const root = 'financial_connections';
const account = (id: string) => `${root}/accounts/${encodeURIComponent(id)}`;

/** Safe to repeat: a session that nobody opens links nothing. */
export function createSession(session: Session, body: BankSessionRequest, signal: AbortSignal): Promise<BankSession> {
  return request(session, `${root}/sessions`, signal, body);
}

/** Reads from Stripe what came of a session. */
export function syncSession(session: Session, id: string, signal: AbortSignal): Promise<LinkedBankSession> {
  return request(session, `${root}/sessions/${encodeURIComponent(id)}/sync`, signal, {});
}

export function listOwners(session: Session, id: string, signal: AbortSignal): Promise<BankAccountOwnerList> {
  return request(session, `${account(id)}/owners`, signal);
}

/** @param after id of the last transaction of the page before */
export function listTransactions(
  session: Session,
  id: string,
  signal: AbortSignal,
  limit: number,
  after?: string,
): Promise<TransactionList> {
  const query = new URLSearchParams({ limit: String(limit), ...(after !== undefined && { starting_after: after }) });
  return request(session, `${account(id)}/transactions?${query}`, signal);
}

export function listMonthlyTotals(session: Session, id: string, signal: AbortSignal): Promise<MonthlyTotalList> {
  return request(session, `${account(id)}/transactions/monthly_totals`, signal);
}

export function refreshAccount(
  session: Session,
  id: string,
  features: RefreshFeature[],
  signal: AbortSignal,
): Promise<BankAccount> {
  return request(session, `${account(id)}/refresh`, signal, { features });
}

/** Ends Stripe's access to the account, and takes it off the list. Safe to repeat. */
export function disconnectAccount(session: Session, id: string, signal: AbortSignal): Promise<BankAccount> {
  return request(session, account(id), signal, undefined, 'DELETE');
}

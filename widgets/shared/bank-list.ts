import type { BankAccountList } from '../../worker/contract.ts';
import { request } from './api.ts';
import type { Session } from './settings.ts';

/** @param maxAge seconds; 0 has the Worker ask Stripe whatever it knows */
export function listAccounts(session: Session, signal: AbortSignal, maxAge?: number): Promise<BankAccountList> {
  return request(session, `financial_connections/accounts${maxAge === undefined ? '' : `?max_age=${maxAge}`}`, signal);
}

import type { BankSessionTerms } from '../../worker/contract.ts';
import { request } from './api.ts';
import type { Session } from './settings.ts';

/**
 * What a session would ask for. The browser's preflight for creating one is out of the way after this. All that is asked
 * before a click, and so apart from `bank-api.ts`.
 */
export function readTerms(session: Session, signal: AbortSignal): Promise<BankSessionTerms> {
  return request(session, 'financial_connections/sessions', signal);
}

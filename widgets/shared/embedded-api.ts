import type { AccountSession, EmbeddedComponent } from '../../worker/contract.ts';
import { request } from './api.ts';
import type { Session } from './settings.ts';

/** Safe to repeat: a session lasts for minutes, and changes nothing. */
export function createAccountSession(
  session: Session,
  components: readonly EmbeddedComponent[],
  signal: AbortSignal,
): Promise<AccountSession> {
  return request(session, 'account_sessions', signal, { components });
}

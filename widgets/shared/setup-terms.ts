import type { SetupTerms } from '../../worker/contract.ts';
import { request } from './api.ts';
import type { Session } from './settings.ts';

/** What a person agrees to by saving Cash App Pay; makes nothing. All that is asked before a click, and so apart from `setup-api.ts`. */
export function readSetupTerms(session: Session, signal: AbortSignal): Promise<SetupTerms> {
  return request(session, 'setup_intents', signal);
}

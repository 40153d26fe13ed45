import type { Config } from '../../worker/contract.ts';
import { send } from './api.ts';
import type { Session } from './settings.ts';
import { errors } from './token.ts';

/** What the Worker tells anybody of a site. */
export async function readConfig(session: Session, signal: AbortSignal): Promise<Config> {
  const response = await send(session, 'config', signal);
  if (!response.ok) throw await (await errors()).refusal(response);
  return response.json();
}

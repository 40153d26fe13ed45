/** What the Worker tells anybody, who is signed in or not. */
import type { Config } from '../../worker/contract.ts';
import { send } from './api.ts';
import type { Session } from './settings.ts';
import { errors } from './token.ts';

/** A `body` makes it a POST. */
export async function ask<T>(
  session: Session,
  path: string,
  signal: AbortSignal,
  body?: object,
  headers?: object,
): Promise<T> {
  const again = () => send(session, path, signal, body, headers);
  let response = await again();
  if (!response.ok) response = await (await errors()).tryAgain(response, again);
  return response.json();
}

export function readConfig(session: Session, signal: AbortSignal): Promise<Config> {
  return ask(session, 'config', signal);
}

import { send } from './api.ts';
import type { Session } from './settings.ts';

/** Browsers keep a preflight for as long as the Worker says, Safari for ten minutes at the most. */
const KEPT_MS = 5 * 60_000;

/** When each was asked. */
const asked = new WeakMap<Session, Map<string, number>>();

/**
 * Before a page may post to the Worker its browser asks the Worker: a round trip that a click would have to wait for.
 * This request makes nothing, but has the browser ask ahead. A failure shows when the route is needed.
 */
export async function askAhead(
  session: Session,
  path: string,
  signal: AbortSignal,
  headers: () => Promise<object>,
): Promise<void> {
  const times = asked.get(session) ?? new Map<string, number>();
  asked.set(session, times);
  const now = Date.now();
  if (now - (times.get(path) ?? -Infinity) < KEPT_MS) return;
  times.set(path, now);
  try {
    await send(session, path, signal, undefined, await headers());
  } catch {
    times.delete(path);
  }
}

/** User tokens: asked of the host site, kept for the page, asked for once however many elements need one. */
import { askTokenRoute } from './api.ts';
import type { Session, TokenReason } from './settings.ts';

export const TIMEOUT_MS = 15_000;

/** Loaded when there is an error, and not before. */
export const errors = () => import('./errors.ts');

/** The session's token. Give one that is `stale` to get another. */
export function userToken(session: Session, stale?: Promise<string>, why: TokenReason = 'initial'): Promise<string> {
  const { token } = session;
  if (token && token !== stale) return token;
  const asked = renew(session, stale, why);
  session.token = asked;
  session.tokenAt = Date.now();
  // A failure is not kept: the next one who needs a token asks again.
  asked.catch(() => {
    session.token = undefined;
  });
  return asked;
}

async function renew({ source }: Session, stale: Promise<string> | undefined, reason: TokenReason): Promise<string> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let problem: unknown;
  try {
    const current = (await stale) ?? null;
    const asked = typeof source === 'string' ? askTokenRoute(source, signal) : source({ current, reason, signal });
    const token = await Promise.race([
      asked,
      // A page's function that never answers would leave the person waiting for good.
      new Promise<never>((_, reject) => {
        signal.onabort = () => reject(signal.reason);
      }),
    ]);
    if (/^[\w-]+(\.[\w-]+){2}$/.test(token)) return token;
  } catch (error) {
    problem = error;
  }
  throw (await errors()).tokenRouteFailed(source, problem);
}

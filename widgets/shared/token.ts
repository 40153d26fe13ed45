/** User tokens: asked of the host site, kept until shortly before they run out, asked for once however many need one. */
import type { FetchToken, Session, TokenReason } from './settings.ts';

/** A token is renewed this long before it runs out, so that it does not do so on its way. */
const EARLY_MS = 30_000;
export const TIMEOUT_MS = 15_000;

/** The session's token. Give the one the Worker `refused` to get another. */
export function userToken(session: Session, refused?: string, why: TokenReason = 'expired'): Promise<string> {
  const { token } = session;
  if (token && token.value !== refused && Date.now() < token.until) return Promise.resolve(token.value);
  session.asking ??= ask(session.source, token?.value ?? null, token ? why : 'initial')
    .then((value) => {
      session.token = { value, until: Date.now() + lifetime(value) - EARLY_MS };
      return value;
    })
    .finally(() => {
      session.asking = undefined;
    });
  return session.asking;
}

/**
 * How long a token just received lasts, in milliseconds. Counted from its own `iat`, because the clock of a person's
 * computer may be hours off. An unreadable token is used until the Worker refuses it.
 */
function lifetime(token: string): number {
  try {
    const { iat, exp } = JSON.parse(atob(token.split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? ''));
    return (exp - iat) * 1000 || Infinity;
  } catch {
    return Infinity;
  }
}

async function ask(source: string | FetchToken, current: string | null, reason: TokenReason): Promise<string> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let problem = 'must answer with a JSON Web Token, as { "token": "…" } or as plain text.';
  try {
    const token = typeof source === 'string' ? await post(source, signal) : await source({ current, reason, signal });
    if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return token;
  } catch (error) {
    problem = `failed: ${error}`;
  }
  throw (await import('./errors.ts')).tokenRouteFailed(source, problem);
}

async function post(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { method: 'POST', credentials: 'same-origin', signal });
  const text = (await response.text()).trim();
  if (!response.ok) throw response.status;
  return text[0] === '{' ? JSON.parse(text).token : text;
}

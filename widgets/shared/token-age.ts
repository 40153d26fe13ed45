import type { Session } from './settings.ts';
import { userToken } from './token.ts';

/** A token is renewed this long before it runs out, so that it does not do so on its way. */
const EARLY_MS = 30_000;

/** Renews a token that has run out, or is about to. A failure shows when the token is needed. */
export async function renewToken(session: Session): Promise<void> {
  const { token, tokenAt = 0 } = session;
  const value = await token?.catch(() => undefined);
  if (value && Date.now() > tokenAt + lifetime(value) - EARLY_MS) {
    await userToken(session, token, 'expired').catch(() => undefined);
  }
}

/**
 * How long a token lasts, in milliseconds from when it was received. Counted from its own `iat`, because the clock of a
 * person's computer may be hours off. An unreadable token is used until the Worker refuses it.
 */
function lifetime(token: string): number {
  try {
    const { iat, exp } = JSON.parse(atob(token.split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? ''));
    return (exp - iat) * 1000 || Infinity;
  } catch {
    return Infinity;
  }
}

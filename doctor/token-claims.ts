/** What a token says of itself. Nobody has verified it: good for a hint to its maker, and for nothing else. */
import type { Claims } from './facts.ts';

export function claimsOf(token: string): Claims | null {
  try {
    const [, payload = ''] = token.split('.');
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof claims !== 'object' || claims === null) return null;
    const { iss, aud, iat, exp }: { iss?: unknown; aud?: unknown; iat?: unknown; exp?: unknown } = claims;
    return { iss, aud, iat: typeof iat === 'number' ? iat : null, exp: typeof exp === 'number' ? exp : null };
  } catch {
    return null;
  }
}

/** `{ "token": "…" }`, or the bare token, as the elements take it. */
export function tokenIn(text: string): string | null {
  const token = text.trimStart().startsWith('{') ? inJson(text) : text.trim();
  return typeof token === 'string' && /^[\w-]+(\.[\w-]+){2}$/.test(token) ? token : null;
}

function inJson(text: string): unknown {
  try {
    return JSON.parse(text).token;
  } catch {
    return null;
  }
}

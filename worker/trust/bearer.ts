/** The one credential a request may carry: `Authorization: Bearer …`, once. */

/** @returns the credential, or null when there is none, another scheme, or two of them (which arrive joined by a comma) */
export function bearer(authorization: string | undefined): string | null {
  return /^Bearer ([A-Za-z0-9._~+/=-]+)$/.exec(authorization ?? '')?.[1] ?? null;
}

/** Compares without telling by its duration how much agreed: both are hashed first, so that lengths do not matter. */
export async function isSameSecret(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all(
    [one, other].map((text) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  );
  return a !== undefined && b !== undefined && crypto.subtle.timingSafeEqual(a, b);
}

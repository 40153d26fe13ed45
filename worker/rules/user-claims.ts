/**
 * Which user tokens are accepted. The signature is checked in trust/user-token.ts; everything here is
 * policy, because no JWT library checks all of it (THREATS.md, Tokens). Pure: the time is passed in.
 */
import * as v from 'valibot';
import { Scope } from '../contract.ts';
import { AccountPrefill } from './account-prefill.ts';
import { BankClaim } from './bank-settings.ts';
import { EmbeddedClaim } from './embedded-settings.ts';
import { SaveClaim } from './save-settings.ts';

/** Longer tokens are refused before anything in them is decoded. */
export const LONGEST_TOKEN = 4_096;
/** Seconds between `iat` and `exp` at the most. */
export const LONGEST_LIFE = 600;
/** Seconds by which two clocks may differ. */
export const CLOCK_SKEW = 5;

/** Nothing but these three may stand in the header: `jwk`, `jku`, `x5u` and `crit` all try to choose the key or the rules. */
export const TokenHeader = v.strictObject({
  alg: v.literal('HS256'),
  typ: v.literal('inlay+jwt'),
  kid: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
});
export type TokenHeader = v.InferOutput<typeof TokenHeader>;

const NumericDate = v.pipe(v.number(), v.finite());

export const UserClaims = v.object({
  iss: v.string(),
  aud: v.union([
    v.string(),
    v.pipe(
      v.strictTuple([v.string()]),
      v.transform(([only]) => only),
    ),
  ]),
  sub: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  iat: NumericDate,
  exp: NumericDate,
  nbf: v.exactOptional(NumericDate),
  jti: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  email: v.exactOptional(v.pipe(v.string(), v.maxLength(512))),
  name: v.exactOptional(v.pipe(v.string(), v.maxLength(512))),
  scope: v.optional(v.array(Scope), []),
  account: v.exactOptional(AccountPrefill),
  bank: v.exactOptional(BankClaim),
  save: v.exactOptional(SaveClaim),
  embedded: v.exactOptional(EmbeddedClaim),
});
export type UserClaims = v.InferOutput<typeof UserClaims>;

export type ClaimsVerdict =
  | { readonly ok: true; readonly claims: UserClaims }
  | { readonly ok: false; readonly code: 'token_invalid' | 'token_expired'; readonly claim: string };

/** @param now seconds since the epoch */
export function judgeClaims(
  payload: unknown,
  expected: { readonly site: string; readonly audience: string; readonly now: number },
): ClaimsVerdict {
  const parsed = v.safeParse(UserClaims, payload);
  if (!parsed.success) return invalid(v.getDotPath(parsed.issues[0]) ?? 'payload');
  const claims = parsed.output;
  if (hasUnsafeText(claims.sub)) return invalid('sub');
  if (claims.iss !== expected.site) return invalid('iss');
  if (claims.aud !== expected.audience) return invalid('aud');
  if (claims.iat > expected.now + CLOCK_SKEW) return invalid('iat');
  if (claims.nbf !== undefined && claims.nbf > expected.now + CLOCK_SKEW) return invalid('nbf');
  if (claims.exp - claims.iat > LONGEST_LIFE || claims.exp <= claims.iat) return invalid('exp');
  if (claims.exp + CLOCK_SKEW <= expected.now) return { ok: false, code: 'token_expired', claim: 'exp' };
  return { ok: true, claims };
}

function invalid(claim: string): ClaimsVerdict {
  return { ok: false, code: 'token_invalid', claim };
}

/** NUL ends a string in some stores, and a lone surrogate cannot be written as UTF-8: two users could become one. */
export function hasUnsafeText(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}

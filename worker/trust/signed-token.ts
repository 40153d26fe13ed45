/**
 * A user token from its text to its claims and back, on any machine with WebCrypto: the Worker's middleware and a host's
 * `inlay/server` differ only in where they find a key. rules/user-claims.ts decides what the claims may be.
 */
import * as v from 'valibot';
import { type ClaimsVerdict, judgeClaims, LONGEST_TOKEN, TokenHeader } from '../rules/user-claims.ts';
import { type CompactJws, isSignedBy, parseJws, signJws } from './jws.ts';

/** The part of a token at fault, where that is none of its claims; none of these is a secret. */
export type TokenPart = 'header' | 'kid' | 'signature';

/** The claim at fault is null where not even the signature was right; `reason` is for logs. */
export type TokenVerdict =
  | ClaimsVerdict
  | {
      readonly ok: false;
      readonly code: 'token_invalid';
      readonly claim: null;
      /** Null where it is no token at all. */
      readonly part: TokenPart | null;
      readonly reason: string;
    };

export interface Expected {
  /** The only `iss` there may be. */
  readonly site: string;
  /** The only `aud` there may be: the Worker's origin, as the caller knows it. */
  readonly audience: string;
  /** Seconds since the epoch. */
  readonly now: number;
}

/** @param findKey the key of that id which is good now */
export async function judgeToken(
  token: string,
  findKey: (id: string) => Promise<CryptoKey | undefined>,
  expected: Expected,
): Promise<TokenVerdict> {
  if (token.length > LONGEST_TOKEN) return invalid('the token is longer than 4 KB');
  const jws = parse(token);
  if (jws === null) return invalid('not a compact JWS of JSON');
  const header = v.safeParse(TokenHeader, jws.header);
  if (!header.success) return invalid('the header is not { alg: HS256, typ: inlay+jwt, kid }', 'header');
  const key = await findKey(header.output.kid);
  if (key === undefined) return invalid('unknown kid', 'kid');
  if (!(await isSignedBy(key, jws))) return invalid('the signature does not match', 'signature');
  return judgeClaims(jws.payload, expected);
}

function parse(token: string): CompactJws | null {
  try {
    return parseJws(token);
  } catch {
    return null;
  }
}

function invalid(reason: string, part: TokenPart | null = null): TokenVerdict {
  return { ok: false, code: 'token_invalid', claim: null, part, reason };
}

/** What is said of the user, and to whom; the times and the token's own id are added. */
export interface Statement {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/** @param life `from` and `seconds` after it, since the epoch */
export function signToken(
  key: { readonly id: string; readonly hmac: CryptoKey },
  statement: Statement,
  life: { readonly from: number; readonly seconds: number },
): Promise<string> {
  const header: TokenHeader = { alg: 'HS256', typ: 'inlay+jwt', kid: key.id };
  const { from, seconds } = life;
  return signJws(key.hmac, header, { ...statement, iat: from, exp: from + seconds, jti: crypto.randomUUID() });
}

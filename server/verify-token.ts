import type { Scope } from '../worker/contract.ts';
import type { AccountPrefill } from '../worker/rules/account-prefill.ts';
import type { BankClaim } from '../worker/rules/bank-settings.ts';
import type { EmbeddedClaim } from '../worker/rules/embedded-settings.ts';
import type { SaveClaim } from '../worker/rules/save-settings.ts';
import { importHmac } from '../worker/trust/jws.ts';
import { judgeToken } from '../worker/trust/signed-token.ts';
import type { SiteKey } from './mint-token.ts';
import { read, VerifyOptions } from './options.ts';

export interface VerifyTokenOptions {
  /** Id of your site: no other `iss` is accepted. */
  readonly site: string;
  /** Origin of the Worker: no other `aud` is accepted. */
  readonly worker: string;
  /** The site's keys that are good; the token says by which it was signed. */
  readonly keys: readonly SiteKey[];
  /** Seconds since 1970. Default: now. */
  readonly now?: number | undefined;
}

/** What a token says. */
export interface Claims {
  /** The site. */
  readonly iss: string;
  /** The Worker's origin. */
  readonly aud: string;
  /** The site's own id of the user. */
  readonly sub: string;
  /** When it was signed, and until when it is good, in seconds since 1970. */
  readonly iat: number;
  readonly exp: number;
  readonly nbf?: number;
  /** Id of the token itself. */
  readonly jti: string;
  readonly scope: readonly Scope[];
  readonly email?: string;
  readonly name?: string;
  readonly account?: AccountPrefill;
  readonly bank?: BankClaim;
  readonly save?: SaveClaim;
  readonly embedded?: EmbeddedClaim;
}

/** The token is not to be believed. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  /** As the Worker would answer. */
  readonly code: 'token_invalid' | 'token_expired';
  /** The claim at fault; null where not even the signature is right. */
  readonly claim: string | null;

  constructor(code: TokenError['code'], claim: string | null, reason: string) {
    super(`inlay/server verifyToken: ${reason}.`);
    this.code = code;
    this.claim = claim;
  }
}

/**
 * Accepts exactly what the Worker accepts.
 * @throws TokenError for a token that is not to be believed, and TypeError for options that are not right
 */
export async function verifyToken(token: string, options: VerifyTokenOptions): Promise<Claims> {
  const { site, worker, keys, now } = read('verifyToken', VerifyOptions, options);
  if (typeof token !== 'string') throw new TypeError('inlay/server verifyToken: the token must be a string.');
  const verdict = await judgeToken(
    token,
    async (id) => {
      const key = keys.find((one) => one.id === id);
      return key && importHmac(key.secret);
    },
    { site, audience: worker, now: now ?? Math.floor(Date.now() / 1000) },
  );
  if (verdict.ok) return verdict.claims;
  const { code, claim } = verdict;
  const reason =
    verdict.claim === null
      ? verdict.reason
      : `the claim ${claim} ${code === 'token_expired' ? 'is past' : 'is not as it must be'}`;
  throw new TokenError(code, claim, reason);
}

import type { Scope } from '../worker/contract.ts';
import type { AccountPrefill } from '../worker/rules/account-prefill.ts';
import type { BankClaim } from '../worker/rules/bank-settings.ts';
import type { EmbeddedClaim } from '../worker/rules/embedded-settings.ts';
import type { SaveClaim } from '../worker/rules/save-settings.ts';
import { LONGEST_TOKEN } from '../worker/rules/user-claims.ts';
import { importHmac } from '../worker/trust/jws.ts';
import { signToken } from '../worker/trust/signed-token.ts';
import { MintOptions, read } from './options.ts';

export interface SiteKey {
  readonly id: string;
  /** Stays on your server: whoever has it can be any of your users. */
  readonly secret: string;
}

export interface MintTokenOptions {
  /** Id of your site, `site_…`. */
  readonly site: string;
  /** Origin of the Worker, for example `https://pay.example.com`. */
  readonly worker: string;
  /** One of your site's keys. */
  readonly key: SiteKey;
  /** Your own id of the user who is signed in, 1 to 128 characters. Take it from your session, never from the request. */
  readonly sub: string;
  /** What the token is good for. */
  readonly scope: readonly Scope[];
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  /** What you know of a merchant already; Stripe shows it to them to confirm. */
  readonly account?: AccountPrefill | undefined;
  /** Asks this user for less than the site's setting `bank` does. */
  readonly bank?: BankClaim | undefined;
  /** Asks this user for less than the site's setting `save` does. */
  readonly save?: SaveClaim | undefined;
  /** Allows this user less than the site's setting `embedded` does. */
  readonly embedded?: EmbeddedClaim | undefined;
  /** Seconds, 300 by default and 600 at the most. */
  readonly expiresIn?: number | undefined;
}

/**
 * Says, signed, who is asking: what your token route answers with.
 * @throws TypeError that names the option to change, and holds no secret
 */
export async function mintToken(options: MintTokenOptions): Promise<string> {
  const { site, worker, key, expiresIn, sub, ...claims } = read('mintToken', MintOptions, asJson(options));
  const hmac = await importHmac(key.secret);
  const token = await signToken(
    { id: key.id, hmac },
    { ...claims, iss: site, aud: worker, sub },
    { from: Math.floor(Date.now() / 1000), seconds: expiresIn },
  );
  if (token.length <= LONGEST_TOKEN) return token;
  throw new TypeError(
    `inlay/server mintToken: the token would be longer than ${LONGEST_TOKEN} characters: say less in account.`,
  );
}

/** What JSON cannot hold is not in a token either: a value that is undefined, at whatever depth, is one left out. */
function asJson(options: unknown): unknown {
  return JSON.parse(JSON.stringify(options ?? null));
}

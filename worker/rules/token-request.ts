/** What a site's backend sends to have a user token minted. The claims are checked as they will be in the token. */
import * as v from 'valibot';
import { LONGEST_LIFE, UserClaims } from './user-claims.ts';

const { sub, email, name, scope, account, bank, save, embedded } = UserClaims.entries;

export const TokenRequest = v.strictObject({
  sub,
  email,
  name,
  scope,
  account,
  bank,
  save,
  embedded,
  /** Seconds. */
  expires_in: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_LIFE)), LONGEST_LIFE),
});

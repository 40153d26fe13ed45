/** What inlay-doctor is told of a site: nothing that a page of the site could not find out, and no time to the minute. */
import * as v from 'valibot';
import { Mode, Scope } from './site.ts';

/** When the Worker last received an event of Stripe's. */
export const LastReceived = v.picklist(['within_a_day', 'within_a_week', 'earlier', 'never']);
export type LastReceived = v.InferOutput<typeof LastReceived>;

/** Whether a user token would be accepted. */
export const TokenVerdict = v.union([
  v.object({ valid: v.literal(true), scope: v.array(Scope) }),
  v.object({
    valid: v.literal(false),
    code: v.picklist(['token_invalid', 'token_expired']),
    /** The claim to change, or `header`, `kid` or `signature`; null where the token is none at all. */
    param: v.nullable(v.string()),
  }),
]);
export type TokenVerdict = v.InferOutput<typeof TokenVerdict>;

export const Checkup = v.object({
  object: v.literal('checkup'),
  site: v.string(),
  mode: Mode,
  /** Seconds since the Unix epoch, by the Worker's clock. */
  now: v.pipe(v.number(), v.integer()),
  /** The Worker's own origin, as the claim `aud` has to name it. */
  worker: v.string(),
  /** The site's Stripe key, if any, that belongs to the other mode. */
  key_of_other_mode: v.nullable(v.picklist(['secret_key', 'publishable_key'])),
  /** Settings without which some element does not work. */
  missing: v.array(v.picklist(['terms_url'])),
  /** Null where none was sent. */
  token: v.nullable(TokenVerdict),
  /** Of all sites of this mode: the platform's own events, and those of connected accounts. */
  webhooks: v.object({ account: LastReceived, connect: LastReceived }),
});
export type Checkup = v.InferOutput<typeof Checkup>;

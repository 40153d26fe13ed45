/** What a connected account is created with. Built once per user and frozen in the claim (store/accounts.ts). */
import * as v from 'valibot';
import { AccountPrefill } from './account-prefill.ts';
import { type SiteSettings, SiteSettings as SiteSettingsSchema } from './site-settings.ts';
import type { UserClaims } from './user-claims.ts';

export const AccountParams = v.strictObject({
  ...AccountPrefill.entries,
  country: v.string(),
  email: v.exactOptional(v.string()),
  controller: SiteSettingsSchema.entries.controller,
  capabilities: v.record(v.string(), v.strictObject({ requested: v.literal(true) })),
  metadata: v.record(v.string(), v.string()),
});
export type AccountParams = v.InferOutput<typeof AccountParams>;

export function accountParams(
  site: { readonly id: string; readonly settings: SiteSettings },
  claims: Pick<UserClaims, 'sub' | 'email' | 'account'>,
  claimId: string,
): AccountParams {
  return {
    country: site.settings.country,
    ...claims.account,
    ...(claims.email === undefined ? {} : { email: claims.email }),
    controller: site.settings.controller,
    capabilities: Object.fromEntries(site.settings.capabilities.map((name) => [name, { requested: true as const }])),
    // What makes an account findable if its creation was cut off and the idempotency key has lapsed.
    metadata: { inlay_site: site.id, inlay_user: claims.sub, inlay_claim: claimId },
  };
}

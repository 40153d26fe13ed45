/** What a customer is created with. Built once per user and frozen in the claim (store/claims.ts). */
import type { UserClaims } from './user-claims.ts';

export interface CustomerParams {
  /** Lets Link recognise people who have linked an account elsewhere. */
  readonly email?: string;
  readonly name?: string;
  readonly metadata: { readonly [key: string]: string };
}

export function customerParams(site: string, { sub, email, name }: UserClaims, claimId: string): CustomerParams {
  return {
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    metadata: { inlay_site: site, inlay_user: sub, inlay_claim: claimId },
  };
}

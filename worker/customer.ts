/** A user's customer at Stripe: created once, when the first flow needs it. */
import { createdOnce } from './created-once.ts';
import { customerParams } from './rules/customer-params.ts';
import type { UserClaims } from './rules/user-claims.ts';
import type { Services } from './services.ts';
import type { Owner } from './store/claims.ts';
import { isMissing } from './stripe/client.ts';
import { createCustomer, findClaimedCustomer } from './stripe/customers.ts';
import type { Site } from './trust/site-directory.ts';

/** Does something with the user's customer; once more with a new one, if Stripe no longer has it. */
export async function withCustomer<T>(
  services: Services,
  site: Site,
  user: UserClaims,
  use: (customer: string) => Promise<T>,
): Promise<T> {
  const owner: Owner = { site: site.id, sub: user.sub };
  const customer = await ensureCustomer(services, site, user, owner);
  try {
    return await use(customer);
  } catch (thrown) {
    if (!isMissing(thrown)) throw thrown;
    const id = crypto.randomUUID();
    const params = customerParams(site.id, user, id);
    const now = services.runtime.now();
    await services.customers.reopen(owner, customer, { kind: 'claim', id, params, claimedAt: now, leaseUntil: 0 });
    return use(await ensureCustomer(services, site, user, owner));
  }
}

async function ensureCustomer(
  { runtime, customers, stripeFor }: Services,
  site: Site,
  user: UserClaims,
  owner: Owner,
): Promise<string> {
  const known = customers.rememberedId(owner);
  if (known !== undefined) return known;
  const call = stripeFor(site);
  return createdOnce(
    runtime,
    owner,
    {
      claims: customers.claims,
      keyOf: (claimId) => `inlay-customer-${claimId}`,
      busy: 'customer_being_created',
      find: () => customers.find(owner),
      params: (claimId) => customerParams(site.id, user, claimId),
      create: (params, key) => createCustomer(call, params, key),
      findMade: ({ id, claimedAt }) => findClaimedCustomer(call, id, claimedAt),
      keep: (claim, { id }) => customers.keepCreated(owner, claim, id),
      refused: (refusal) => refusal,
    },
    await customers.find(owner),
  );
}

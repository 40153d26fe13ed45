/** A user's connected account: created once, and read from Stripe so that only a newer reading replaces an older one. */
import type { Account } from './contract.ts';
import { createdOnce } from './created-once.ts';
import { InlayError } from './errors.ts';
import { accountParams } from './rules/account-params.ts';
import { mayShowReading, NO_ACCOUNT } from './rules/account-status.ts';
import type { UserClaims } from './rules/user-claims.ts';
import type { Services } from './services.ts';
import type { CreatedAccount, StoredAccount } from './store/accounts.ts';
import type { Owner } from './store/claims.ts';
import { createAccount, findClaimedAccount, readAccount } from './stripe/accounts.ts';
import type { Site } from './trust/site-directory.ts';

/** The id of the user's account, which is created if there is none. `stored` is what the caller has just read. */
export function ensureAccount(
  { runtime, accounts, stripeFor }: Services,
  site: Site,
  user: UserClaims,
  stored: StoredAccount | null,
): Promise<string> {
  const owner: Owner = { site: site.id, sub: user.sub };
  const call = stripeFor(site);
  const prefilled = user.account !== undefined || user.email !== undefined;
  return createdOnce(
    runtime,
    owner,
    {
      claims: accounts.claims,
      keyOf: (claimId) => `inlay-account-${claimId}`,
      busy: 'account_being_created',
      find: () => accounts.find(owner),
      params: (claimId) => accountParams(site, user, claimId),
      create: (params, key) => createAccount(call, params, key),
      findMade: ({ id, claimedAt }) => findClaimedAccount(call, id, claimedAt),
      keep: (claim, account) => accounts.keepCreated(owner, claim, account, runtime.now()),
      refused: (refusal) => (prefilled ? new InlayError('prefill_refused', refusal.detail) : refusal),
    },
    stored,
  );
}

/** Where the user stands, read from Stripe unless what is stored may still be shown. */
export async function accountOf(services: Services, site: Site, sub: string): Promise<Account> {
  const stored = await services.accounts.find({ site: site.id, sub });
  if (stored?.kind !== 'created') return NO_ACCOUNT;
  const { reading, readAt } = stored;
  if (reading !== null && mayShowReading(reading.status, services.runtime.now() - readAt)) return reading;
  return readAgain(services, site, stored);
}

/** Milliseconds for which buyers' pages go by one reading, whatever it says. */
const SHOWN_TO_BUYERS = 60_000;

/**
 * Whether a merchant can be paid. Anybody may ask, so all who ask together have an account read once a minute at most; while
 * it is being read the others go by what was known.
 */
export async function chargesEnabled(services: Services, site: Site, account: CreatedAccount): Promise<boolean> {
  const { accounts, runtime } = services;
  const { id, reading, readAt } = account;
  const now = runtime.now();
  const known = reading?.charges_enabled ?? false;
  const age = now - readAt;
  if (reading !== null && (age < SHOWN_TO_BUYERS || mayShowReading(reading.status, age))) return known;
  if (!(await accounts.takeTurn(id, now, SHOWN_TO_BUYERS))) return known;
  return (await readAgain(services, site, account)).charges_enabled;
}

/** Reads the account from Stripe and stores that, unless a reading that began later is stored already: then that one. */
export async function readAgain(services: Services, site: Site, { id, owner }: CreatedAccount): Promise<Account> {
  const { accounts, runtime, stripeFor } = services;
  const ticket = await accounts.nextTicket(id);
  const account = await readAccount(stripeFor(site), id);
  if (await accounts.keepReading(account, ticket, runtime.now())) return account;
  const newer = await accounts.find(owner);
  return newer?.kind === 'created' && newer.reading !== null ? newer.reading : account;
}

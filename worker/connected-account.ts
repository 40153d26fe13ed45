/**
 * A user's connected account: created exactly once however many requests race, and read from Stripe so that only a
 * newer reading replaces an older one.
 */
import type { Account } from './contract.ts';
import { InlayError } from './errors.ts';
import { accountParams } from './rules/account-params.ts';
import { mayShowReading, NO_ACCOUNT } from './rules/account-status.ts';
import type { UserClaims } from './rules/user-claims.ts';
import type { Services } from './services.ts';
import type { AccountOwner, Claim, CreatedAccount, StoredAccount } from './store/accounts.ts';
import { type ConnectedAccount, createAccount, findClaimedAccount, readAccount } from './stripe/accounts.ts';
import { SavedFailure } from './stripe/client.ts';
import type { Site } from './trust/site-directory.ts';

/** Milliseconds a claimant has; longer than a call to Stripe may take with its retries. */
const LEASE = 20_000;
/** Milliseconds others wait for it, and how often they look. */
const PATIENCE = 8_000;
const GLANCE = 200;
/** Milliseconds after which Stripe may have forgotten an idempotency key (24 h, less a margin). */
const KEY_LIFE = 23 * 3_600_000;

/** The id of the user's account, which is created if there is none. `stored` is what the caller has just read. */
export async function ensureAccount(
  services: Services,
  site: Site,
  user: UserClaims,
  stored: StoredAccount | null,
): Promise<string> {
  const { runtime, accounts } = services;
  const owner: AccountOwner = { site: site.id, sub: user.sub };
  const giveUp = runtime.now() + PATIENCE;
  for (let seen = stored; ; seen = await accounts.find(owner)) {
    if (seen?.kind === 'created') return seen.id;
    const claim = seen === null ? await claimNew(services, site, user, owner) : await takeOver(services, owner, seen);
    if (claim !== null) return createUnder(services, site, owner, claim, user);
    if (runtime.now() >= giveUp) throw new InlayError('account_being_created');
    await runtime.sleep(GLANCE);
  }
}

async function claimNew({ runtime, accounts }: Services, site: Site, user: UserClaims, owner: AccountOwner) {
  const id = crypto.randomUUID();
  const now = runtime.now();
  const params = accountParams(site, user, id);
  return accounts.claim(owner, { kind: 'claim', id, params, claimedAt: now, leaseUntil: now + LEASE });
}

async function takeOver({ runtime, accounts }: Services, owner: AccountOwner, seen: Claim): Promise<Claim | null> {
  const now = runtime.now();
  if (seen.leaseUntil > now) return null;
  return (await accounts.takeOver(owner, seen, now + LEASE)) ? { ...seen, leaseUntil: now + LEASE } : null;
}

async function createUnder(
  services: Services,
  site: Site,
  owner: AccountOwner,
  claim: Claim,
  user: UserClaims,
): Promise<string> {
  const { runtime, accounts } = services;
  try {
    const account = await createOnce(services, site, claim);
    await accounts.keepCreated(owner, claim, account, runtime.now());
    return account.id;
  } catch (thrown) {
    if (thrown instanceof InlayError && thrown.code === 'stripe_refused') {
      // Nothing was created, and Stripe saves no refusal of parameters: the next token may bring better ones.
      await accounts.dropClaim(owner, claim);
      if (user.account !== undefined || user.email !== undefined)
        throw new InlayError('prefill_refused', thrown.detail);
    } else {
      await accounts.releaseClaim(owner, claim);
    }
    throw thrown;
  }
}

async function createOnce({ runtime, stripeFor }: Services, site: Site, claim: Claim): Promise<ConnectedAccount> {
  const call = stripeFor(site);
  const find = () => findClaimedAccount(call, claim.id, claim.claimedAt);
  const create = (suffix: string) => createAccount(call, claim.params, `inlay-account-${claim.id}${suffix}`);
  if (runtime.now() - claim.claimedAt > KEY_LIFE) {
    const found = await find();
    if (found !== null) return found;
  }
  try {
    return await create('');
  } catch (thrown) {
    if (!(thrown instanceof SavedFailure)) throw thrown;
    // The same key repeats its saved failure for a day. Only where no account came of it is another key safe.
    return (await find()) ?? (await create('-2'));
  }
}

/** Where the user stands, read from Stripe unless what is stored may still be shown. */
export async function accountOf(services: Services, site: Site, sub: string): Promise<Account> {
  const stored = await services.accounts.find({ site: site.id, sub });
  if (stored?.kind !== 'created') return NO_ACCOUNT;
  const { reading, readAt } = stored;
  if (reading !== null && mayShowReading(reading.status, services.runtime.now() - readAt)) return reading;
  return readAgain(services, site, stored);
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

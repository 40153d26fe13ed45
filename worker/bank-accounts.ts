/**
 * A user's linked bank accounts. What is stored is shown while it is young; else Stripe is asked, and a reading that began
 * later is never replaced by one that began earlier.
 */
import type { BankAccount, BankAccountOwner, BankPermission, RefreshFeature } from './contract.ts';
import { InlayError } from './errors.ts';
import { mayShow, planRefresh, SHOWN_FOR, superseded } from './rules/bank-account.ts';
import type { Services } from './services.ts';
import type { BankHolder, StoredBankAccount } from './store/bank-accounts.ts';
import type { Owner } from './store/claims.ts';
import {
  type BankReading,
  disconnectBankAccount,
  listBankAccounts,
  listOwners,
  readBankAccount,
  readSession,
  refreshBankAccount,
  subscribeToTransactions,
} from './stripe/financial-connections.ts';
import type { Site } from './trust/site-directory.ts';

/** Everything the user has linked, read within `maxAge` milliseconds. */
export async function bankAccountsOf(
  services: Services,
  site: Site,
  owner: Owner,
  maxAge: number = SHOWN_FOR,
): Promise<BankHolder> {
  const { bankAccounts, runtime } = services;
  const holder = await bankAccounts.of(owner);
  if (holder.customer === null) return holder;
  const now = runtime.now();
  const young =
    holder.listReadAt !== null &&
    now - holder.listReadAt < maxAge &&
    holder.accounts.every(({ account, readAt, removed }) => removed || mayShow(account, now - readAt, maxAge));
  if (young) return holder;
  await readAll(services, site, owner);
  return bankAccounts.of(owner);
}

async function readAll(services: Services, site: Site, owner: Owner): Promise<void> {
  const { bankAccounts, customers, runtime, stripeFor } = services;
  const turn = await customers.nextTicket(owner);
  if (turn === null) return;
  const readings = await listBankAccounts(stripeFor(site), turn.customer);
  await bankAccounts.keep(owner, readings, { ticket: turn.ticket, now: runtime.now() }, { list: 'whole' });
}

/** What a session has linked, as Stripe says it; what a page says is never believed. */
export async function syncSession(
  services: Services,
  site: Site,
  owner: Owner,
  session: string,
): Promise<BankAccount[]> {
  const { bankAccounts, customers, runtime, stripeFor } = services;
  if (!/^fcsess_\w{1,200}$/.test(session)) throw missing('session');
  const turn = await customers.nextTicket(owner);
  const call = stripeFor(site);
  const linked = turn === null ? null : await readSession(call, session, turn.customer);
  if (turn === null || linked === null) throw missing('session');
  const back = linked.map(({ account }) => account.id);
  await bankAccounts.keep(owner, linked, { ticket: turn.ticket, now: runtime.now() }, { back });
  await replaceOlderLinks(services, site, owner, linked);
  for (const { account } of linked) {
    const wanted =
      site.settings.bank.subscribe.includes('transactions') && account.permissions.includes('transactions');
    if (wanted && account.status === 'active') {
      await changed(services, owner, () => subscribeToTransactions(call, account.id));
    }
  }
  const stored = (await bankAccounts.of(owner)).accounts.map(({ account }) => account);
  return back.flatMap((id) => stored.find((account) => account.id === id) ?? []);
}

/** An account that was linked again under a new id is not listed twice, nor read from its bank for both. */
async function replaceOlderLinks(
  { bankAccounts, stripeFor }: Services,
  site: Site,
  owner: Owner,
  linked: readonly BankReading[],
): Promise<void> {
  const known = (await bankAccounts.of(owner)).accounts.filter(({ removed }) => !removed);
  const older = superseded(
    linked.map(({ account }) => account),
    known.map(({ account }) => account),
  );
  for (const { id } of older) await disconnectBankAccount(stripeFor(site), id);
  if (older.length > 0) {
    await bankAccounts.remove(
      owner,
      older.map(({ id }) => id),
    );
  }
}

/** One account of the user's list; of anybody else, or none: as if it did not exist. */
export async function bankAccountOf(
  services: Services,
  site: Site,
  owner: Owner,
  id: string,
): Promise<StoredBankAccount> {
  const { bankAccounts, runtime } = services;
  const stored = await bankAccounts.find(owner, id);
  if (stored === null || stored.removed) throw missing();
  if (mayShow(stored.account, runtime.now() - stored.readAt)) return stored;
  return (await readBankAccountAgain(services, site, stored)) ?? stored;
}

/** Null when neither we nor Stripe know it. */
export async function readBankAccountAgain(
  services: Services,
  site: Site,
  { owner, account: { id } }: { readonly owner: Owner; readonly account: Pick<BankAccount, 'id'> },
): Promise<StoredBankAccount | null> {
  return changed(services, owner, async () => {
    const reading = await readBankAccount(services.stripeFor(site), id);
    if (reading !== null) return reading;
    const known = await services.bankAccounts.find(owner, id);
    // Stripe shows it no more: whatever became of it, its data is out of reach.
    return known === null ? null : { ...known, account: { ...known.account, status: 'disconnected' } };
  });
}

/** Stores what a call to Stripe says of an account; answers with what is stored then, which may be newer. */
async function changed(
  { bankAccounts, customers, runtime }: Services,
  owner: Owner,
  ask: () => Promise<BankReading | null>,
): Promise<StoredBankAccount | null> {
  const turn = await customers.nextTicket(owner);
  const reading = await ask();
  if (reading === null) return null;
  if (turn !== null) await bankAccounts.keep(owner, [reading], { ticket: turn.ticket, now: runtime.now() });
  return bankAccounts.find(owner, reading.account.id);
}

export function requirePermission({ permissions }: BankAccount, permission: BankPermission): void {
  if (!permissions.includes(permission)) {
    const message = `The person did not agree to share ${permission} of this bank account.`;
    throw new InlayError('data_not_shared', { param: 'permissions', message });
  }
}

export async function ownersOf(services: Services, site: Site, stored: StoredBankAccount): Promise<BankAccountOwner[]> {
  const { bankAccounts, stripeFor } = services;
  const { owner, account, ownershipId } = stored;
  if (ownershipId === null) return [];
  const known = await bankAccounts.owners(owner, account.id, ownershipId);
  if (known !== null) return known;
  const owners = await listOwners(stripeFor(site), account.id, ownershipId);
  await bankAccounts.keepOwners(owner, account.id, ownershipId, owners);
  return owners;
}

/** @throws InlayError `data_not_shared`, `refresh_too_early`, `bank_account_inactive` or `bank_account_disconnected` */
export async function refresh(
  services: Services,
  site: Site,
  { owner, account }: StoredBankAccount,
  features: readonly RefreshFeature[] | undefined,
): Promise<BankAccount> {
  if (account.status === 'disconnected') throw new InlayError('bank_account_disconnected');
  if (account.status === 'inactive') throw new InlayError('bank_account_inactive');
  const plan = planRefresh(account, features, Math.floor(services.runtime.now() / 1000));
  switch (plan.kind) {
    case 'pending':
      return account;
    case 'not_shared':
      throw new InlayError('data_not_shared', { param: 'features', message: `${plan.feature} is not shared.` });
    case 'too_early':
      throw new InlayError('refresh_too_early', plan.wait === null ? {} : { retryAfter: plan.wait });
    case 'start': {
      const call = services.stripeFor(site);
      const stored = await changed(services, owner, () => refreshBankAccount(call, account.id, plan.features));
      return stored?.account ?? account;
    }
  }
}

/** Ends Stripe's access and takes the account off the list, with what was fetched from its bank. Safe to repeat. */
export async function disconnect(services: Services, site: Site, owner: Owner, id: string): Promise<BankAccount> {
  const { bankAccounts, stripeFor } = services;
  const stored = await bankAccounts.find(owner, id);
  if (stored === null) throw missing();
  if (stored.account.status !== 'disconnected') await disconnectBankAccount(stripeFor(site), id);
  if (!stored.removed) await bankAccounts.remove(owner, [id]);
  return { ...stored.account, status: 'disconnected', balance: null };
}

function missing(param: 'account' | 'session' = 'account'): InlayError {
  return new InlayError('resource_missing', { param });
}

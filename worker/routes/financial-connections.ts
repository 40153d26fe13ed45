/** Bank accounts: a session in which one is linked, and what Stripe knows of those that are. */
import {
  bankAccountOf,
  bankAccountsOf,
  disconnect,
  ownersOf,
  refresh,
  requirePermission,
  syncSession,
} from '../bank-accounts.ts';
import { PAGES_A_REQUEST, syncTransactions } from '../bank-transactions.ts';
import {
  type BankAccountList,
  type BankAccountOwnerList,
  type BankSession,
  BankSessionRequest,
  type BankSessionTerms,
  type LinkedBankSession,
  type MonthlyTotalList,
  RefreshRequest,
  type TransactionList,
} from '../contract.ts';
import { withCustomer } from '../customer.ts';
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';
import { readBankReturnUrl } from '../rules/bank-return.ts';
import { type BankTerms, narrow } from '../rules/bank-session.ts';
import { type BankHolder, type StoredBankAccount, shownAccounts } from '../store/bank-accounts.ts';
import type { Owner } from '../store/claims.ts';
import { createSession } from '../stripe/financial-connections.ts';
import { readBody } from '../trust/json-body.ts';
import { wholeNumber } from '../trust/query.ts';

/** Seconds of history that are kept: as far as Stripe looks back. */
const HISTORY = 180 * 24 * 3_600;

export function getSessionTerms(c: AppContext): Response {
  const { permissions, prefetch } = termsOf(c);
  const { business_name } = c.var.site.settings;
  const terms = { object: 'financial_connections.session_terms', permissions, prefetch, business_name } as const;
  return c.json(terms satisfies BankSessionTerms);
}

export async function postSession(c: AppContext): Promise<Response> {
  const { services, site, user } = c.var;
  const { return_url, ...wish } = await readBody(c, BankSessionRequest);
  const narrowed = narrow(termsOf(c), wish);
  if (!narrowed.ok) throw refusal(narrowed.param, narrowed.reason);
  const { terms } = narrowed;
  const returnUrl = return_url === undefined ? null : readBankReturnUrl(return_url, site, new URL(c.req.url).origin);
  if (returnUrl?.ok === false) {
    throw new InlayError('url_not_allowed', { param: 'return_url', message: `return_url ${returnUrl.reason}.` });
  }
  const { id, clientSecret } = await withCustomer(services, site, user, (customer) =>
    createSession(services.stripeFor(site), customer, terms, returnUrl?.href ?? null),
  );
  return c.json({
    object: 'financial_connections.session',
    id,
    client_secret: clientSecret,
    publishable_key: site.publishableKey,
    permissions: terms.permissions,
  } satisfies BankSession);
}

export async function postSessionSync(c: AppContext): Promise<Response> {
  const id = c.req.param('session') ?? '';
  const accounts = await syncSession(c.var.services, c.var.site, ownerOf(c), id);
  return c.json({ object: 'financial_connections.session', id, accounts } satisfies LinkedBankSession);
}

export async function listAccounts(c: AppContext): Promise<Response> {
  const maxAge = wholeNumber(c, 'max_age', { least: 0, most: 60, otherwise: 60 });
  const holder: BankHolder = await bankAccountsOf(c.var.services, c.var.site, ownerOf(c), maxAge * 1000);
  return c.json({
    ...listAt(c, shownAccounts(holder)),
    permissions: termsOf(c).permissions,
  } satisfies BankAccountList);
}

export async function getAccount(c: AppContext): Promise<Response> {
  return c.json((await accountOf(c)).account);
}

export async function listOwners(c: AppContext): Promise<Response> {
  const stored = await accountOf(c);
  requirePermission(stored.account, 'ownership');
  const owners = await ownersOf(c.var.services, c.var.site, stored);
  return c.json({ ...listAt(c, owners), refresh: stored.account.ownership_refresh } satisfies BankAccountOwnerList);
}

export async function listTransactions(c: AppContext): Promise<Response> {
  const { services, site } = c.var;
  const limit = wholeNumber(c, 'limit', { least: 1, most: 100, otherwise: 50 });
  const stored = await accountOf(c);
  requirePermission(stored.account, 'transactions');
  const complete = await syncTransactions(services, site, stored, PAGES_A_REQUEST);
  const after = c.req.query('starting_after') ?? null;
  const page = await services.bankTransactions.page(stored.account.id, limit, after, historyBegins(c));
  if (page === null) throw new InlayError('resource_missing', { param: 'starting_after' });
  return c.json({
    ...listAt(c, page.slice(0, limit)),
    has_more: page.length > limit || !complete,
    refresh: stored.account.transaction_refresh,
    synchronizing: !complete,
  } satisfies TransactionList);
}

export async function listMonthlyTotals(c: AppContext): Promise<Response> {
  const { account } = await accountOf(c);
  requirePermission(account, 'transactions');
  const totals = await c.var.services.bankTransactions.monthlyTotals(account.id, historyBegins(c));
  return c.json(listAt(c, totals) satisfies MonthlyTotalList);
}

export async function postRefresh(c: AppContext): Promise<Response> {
  const { features } = await readBody(c, RefreshRequest);
  return c.json(await refresh(c.var.services, c.var.site, await accountOf(c), features));
}

export async function deleteAccount(c: AppContext): Promise<Response> {
  return c.json(await disconnect(c.var.services, c.var.site, ownerOf(c), c.req.param('account') ?? ''));
}

function ownerOf(c: AppContext): Owner {
  return { site: c.var.site.id, sub: c.var.user.sub };
}

function accountOf(c: AppContext): Promise<StoredBankAccount> {
  return bankAccountOf(c.var.services, c.var.site, ownerOf(c), c.req.param('account') ?? '');
}

/** What the site and this user's token allow. */
function termsOf(c: AppContext): BankTerms {
  const narrowed = narrow(c.var.site.settings.bank, c.var.user.bank);
  if (!narrowed.ok) throw refusal(`bank.${narrowed.param}`, `${narrowed.reason} (in the user token)`);
  return narrowed.terms;
}

function refusal(param: string, reason: string): InlayError {
  return new InlayError('parameter_invalid', { param, message: `${param}: ${reason}.` });
}

function historyBegins(c: AppContext): number {
  return Math.floor(c.var.services.runtime.now() / 1000) - HISTORY;
}

function listAt<T>(c: AppContext, data: T[]) {
  return { object: 'list' as const, url: new URL(c.req.url).pathname, has_more: false, data };
}

/** Financial Connections: sessions, accounts, owners and transactions, as the contract says them. */
import type Stripe from 'stripe';
import * as v from 'valibot';
import {
  type Balance,
  type BankAccount,
  type BankAccountOwner,
  BankPermission,
  type Refresh,
  type RefreshFeature,
  type Transaction,
} from '../contract.ts';
import { InlayError } from '../errors.ts';
import type { BankTerms } from '../rules/bank-session.ts';
import { isMissing, type StripeCall } from './client.ts';
import { idOf, known } from './values.ts';

/** An account, and the ids under which its owners and transactions are kept. */
export interface BankReading {
  readonly account: BankAccount;
  readonly ownershipId: string | null;
  readonly transactionRefreshId: string | null;
}

export interface CreatedSession {
  readonly id: string;
  readonly clientSecret: string;
}

/** A session of its own for every request: its idempotency key is never shared. */
export async function createSession(
  call: StripeCall,
  customer: string,
  { permissions, prefetch, filters, limits, manual_entry }: BankTerms,
  returnUrl: string | null,
): Promise<CreatedSession> {
  const idempotencyKey = `inlay-bank-${crypto.randomUUID()}`;
  const session = await call((stripe) =>
    stripe.financialConnections.sessions.create(
      {
        account_holder: { type: 'customer', customer },
        permissions,
        ...(prefetch.length === 0 ? {} : { prefetch }),
        ...(Object.keys(filters).length === 0 ? {} : { filters }),
        ...(limits.accounts === undefined ? {} : { limits: { accounts: limits.accounts } }),
        manual_entry,
        ...(returnUrl === null ? {} : { return_url: returnUrl }),
      },
      { idempotencyKey },
    ),
  );
  if (session.client_secret === null) throw new InlayError('internal', { reason: 'a new session without a secret' });
  return { id: session.id, clientSecret: session.client_secret };
}

/** What the customer linked in a session; null when the session is not this customer's, or is none. */
export async function readSession(call: StripeCall, id: string, customer: string): Promise<BankReading[] | null> {
  return call(async (stripe) => {
    const session = await stripe.financialConnections.sessions.retrieve(id);
    if (idOf(session.account_holder?.customer) !== customer) return null;
    if (!session.accounts.has_more) return session.accounts.data.map(fromStripe);
    const all = stripe.financialConnections.accounts.list({ session: id, limit: 100 });
    return (await all.autoPagingToArray({ limit: 1_000 })).map(fromStripe);
  }).catch((thrown) => {
    if (isMissing(thrown)) return null;
    throw thrown;
  });
}

/** Every account of the customer, disconnected ones too where Stripe lists them; none where the customer was deleted. */
export async function listBankAccounts(call: StripeCall, customer: string): Promise<BankReading[]> {
  try {
    return await call(async (stripe) => {
      const all = stripe.financialConnections.accounts.list({ account_holder: { customer }, limit: 100 });
      return (await all.autoPagingToArray({ limit: 1_000 })).map(fromStripe);
    });
  } catch (thrown) {
    if (isMissing(thrown)) return [];
    throw thrown;
  }
}

/** Null when Stripe no longer shows it. */
export async function readBankAccount(call: StripeCall, id: string): Promise<BankReading | null> {
  try {
    return fromStripe(await call((stripe) => stripe.financialConnections.accounts.retrieve(id)));
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

export async function refreshBankAccount(
  call: StripeCall,
  id: string,
  features: readonly RefreshFeature[],
): Promise<BankReading> {
  const idempotencyKey = `inlay-refresh-${crypto.randomUUID()}`;
  const wanted = [...features];
  return fromStripe(
    await call((stripe) => stripe.financialConnections.accounts.refresh(id, { features: wanted }, { idempotencyKey })),
  );
}

/** Has Stripe refresh the account's transactions once a day. Asking twice is asking once. */
export async function subscribeToTransactions(call: StripeCall, id: string): Promise<BankReading> {
  const idempotencyKey = `inlay-subscribe-${crypto.randomUUID()}`;
  return fromStripe(
    await call((stripe) =>
      stripe.financialConnections.accounts.subscribe(id, { features: ['transactions'] }, { idempotencyKey }),
    ),
  );
}

/** Ends the connection. What Stripe says to a second time is not certain: an account that is disconnected then is fine. */
export async function disconnectBankAccount(call: StripeCall, id: string): Promise<BankReading | null> {
  const idempotencyKey = `inlay-disconnect-${crypto.randomUUID()}`;
  try {
    return fromStripe(
      await call((stripe) => stripe.financialConnections.accounts.disconnect(id, {}, { idempotencyKey })),
    );
  } catch (thrown) {
    if (!(thrown instanceof InlayError) || thrown.code !== 'stripe_refused') throw thrown;
    const reading = await readBankAccount(call, id);
    if (reading !== null && reading.account.status !== 'disconnected') throw thrown;
    return reading;
  }
}

export function listOwners(call: StripeCall, id: string, ownership: string): Promise<BankAccountOwner[]> {
  return call(async (stripe) => {
    const all = stripe.financialConnections.accounts.listOwners(id, { ownership, limit: 100 });
    const owners = await all.autoPagingToArray({ limit: 1_000 });
    return owners.map(({ id: owner, name, email, phone, raw_address }) => ({
      object: 'financial_connections.account_owner',
      id: owner,
      name,
      email,
      phone,
      raw_address,
    }));
  });
}

export type StoredTransaction = Omit<Transaction, 'object'> & { readonly updated: number };

export interface TransactionPage {
  readonly transactions: readonly StoredTransaction[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

/** Transactions, newest first, that a refresh later than `after` has brought or changed; all of them where that is null. */
export async function readTransactions(
  call: StripeCall,
  account: string,
  after: string | null,
  from: string | null,
): Promise<TransactionPage> {
  const page = await call((stripe) =>
    stripe.financialConnections.transactions.list({
      account,
      limit: 100,
      ...(after === null ? {} : { transaction_refresh: { after } }),
      ...(from === null ? {} : { starting_after: from }),
    }),
  );
  return {
    transactions: page.data.map(({ id, amount, currency, description, status, transacted_at, updated }) => ({
      id,
      amount,
      currency,
      description,
      status: known(status, ['pending', 'void'], 'posted'),
      transacted_at,
      updated,
    })),
    next: page.has_more ? (page.data.at(-1)?.id ?? null) : null,
  };
}

function fromStripe(account: Stripe.FinancialConnections.Account): BankReading {
  const soon = account.status_details?.active;
  return {
    account: {
      object: 'financial_connections.account',
      id: account.id,
      institution_name: account.institution_name,
      display_name: account.display_name,
      last4: account.last4,
      category: known(account.category, ['cash', 'credit', 'investment'], 'other'),
      subcategory: known(
        account.subcategory,
        ['checking', 'savings', 'mortgage', 'line_of_credit', 'credit_card'],
        'other',
      ),
      status: known(account.status, ['active', 'disconnected'], 'inactive'),
      relink_required: soon?.action === 'relink_required',
      expected_deactivation_date: soon?.expected_deactivation_date ?? null,
      created: account.created,
      permissions: (account.permissions ?? []).filter((one) => v.is(BankPermission, one)),
      supported_payment_method_types: [...account.supported_payment_method_types],
      balance: account.balance === null ? null : balanceOf(account.balance),
      balance_refresh: refreshOf(account.balance_refresh),
      ownership_refresh: refreshOf(account.ownership_refresh),
      transaction_refresh: refreshOf(account.transaction_refresh),
    },
    ownershipId: idOf(account.ownership),
    transactionRefreshId: account.transaction_refresh?.id ?? null,
  };
}

function balanceOf({ as_of, type, current, cash, credit }: Stripe.FinancialConnections.Account.Balance): Balance {
  return {
    as_of,
    type: type === 'credit' ? 'credit' : 'cash',
    current: { ...current },
    available: cash?.available == null ? null : { ...cash.available },
    used: credit?.used == null ? null : { ...credit.used },
  };
}

function refreshOf(
  refresh:
    | Stripe.FinancialConnections.Account.BalanceRefresh
    | Stripe.FinancialConnections.Account.OwnershipRefresh
    | Stripe.FinancialConnections.Account.TransactionRefresh
    | null,
): Refresh | null {
  if (refresh === null) return null;
  const { status, last_attempted_at, next_refresh_available_at } = refresh;
  return { status: known(status, ['pending', 'succeeded'], 'failed'), last_attempted_at, next_refresh_available_at };
}

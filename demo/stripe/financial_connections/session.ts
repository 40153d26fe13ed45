/** A session: what may be asked of a person's bank, and what came of it. */
import type Stripe from 'stripe';
import type { Store } from '../world.ts';
import { type Holder, type LinkedAccount, linkedAccountObject, type Permission } from './account.ts';
import { categoryOf, type Institution, type OfferedAccount, paymentMethodTypes } from './institution.ts';

type Shown = Stripe.FinancialConnections.Session;
export type Prefetch = Exclude<Permission, 'payment_method'>;

/** Stripe publishes no figure. */
export const SESSION_LIVES = 60 * 60;

export interface BankSession {
  readonly id: string;
  readonly clientSecret: string;
  readonly livemode: boolean;
  readonly created: number;
  readonly holder: Holder;
  readonly permissions: readonly Permission[];
  readonly prefetch: readonly Prefetch[];
  readonly subcategories: readonly OfferedAccount['subcategory'][] | null;
  readonly country: string | null;
  readonly payment: 'all' | 'at_least_one' | 'none' | null;
  readonly limit: number | null;
  readonly manualEntry: 'automatic' | 'disabled' | null;
  readonly returnUrl: string | null;
  /** Ids of the accounts that were linked; null until the person is through. */
  readonly linked: readonly string[] | null;
}

export type Usable = 'usable' | 'completed' | 'expired';

export function usable(session: BankSession, now: number): Usable {
  if (session.linked !== null) return 'completed';
  return session.created + SESSION_LIVES <= now ? 'expired' : 'usable';
}

export function accountsOf(store: Store, session: BankSession): LinkedAccount[] {
  return (session.linked ?? []).flatMap((id) => store.linkedAccounts.get(id) ?? []);
}

export function bankSessionObject(store: Store, session: BankSession, now: number): Shown {
  return {
    id: session.id,
    object: 'financial_connections.session',
    account_holder: session.holder,
    accounts: {
      object: 'list',
      data: accountsOf(store, session).map(linkedAccountObject),
      has_more: false,
      url: '/v1/financial_connections/accounts',
    },
    client_secret: usable(session, now) === 'usable' ? session.clientSecret : null,
    filters: {
      account_subcategories: session.subcategories && [...session.subcategories],
      country: session.country,
      ...(session.payment && { require_payment_method_support: session.payment }),
    },
    ...(session.limit !== null && { limits: { accounts: session.limit } }),
    livemode: session.livemode,
    ...(session.manualEntry && { manual_entry: { mode: session.manualEntry } }),
    permissions: [...session.permissions],
    prefetch: [...session.prefetch],
    ...(session.returnUrl !== null && { return_url: session.returnUrl }),
  };
}

/** The accounts of an institution that this session may link. */
export function onOffer(session: BankSession, institution: Institution): OfferedAccount[] {
  return institution.accounts.filter(
    (account) =>
      (session.subcategories === null || session.subcategories.includes(account.subcategory)) &&
      (session.payment !== 'all' || paymentMethodTypes(account).length > 0),
  );
}

/** Whether the choice has what can be debited, where the session insists. A credit alone never does. */
export function choicePays(session: BankSession, chosen: readonly OfferedAccount[]): boolean {
  return (
    session.payment !== 'at_least_one' ||
    chosen.some((account) => categoryOf(account.subcategory) === 'cash' && account.payable)
  );
}

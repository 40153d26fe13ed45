/** Decisions about linked bank accounts. */
import type { BankAccount, BankPermission, Refresh, RefreshFeature } from '../contract.ts';

/** Milliseconds for which a reading is shown without asking Stripe again, unless a page wants it younger. */
export const SHOWN_FOR = 60_000;
/** Milliseconds between two looks at a refresh that is under way. */
const PENDING_FOR = 1_000;

export const permissionOf = {
  balance: 'balances',
  ownership: 'ownership',
  transactions: 'transactions',
} as const satisfies Record<RefreshFeature, BankPermission>;

export function refreshOf(account: BankAccount, feature: RefreshFeature): Refresh | null {
  switch (feature) {
    case 'balance':
      return account.balance_refresh;
    case 'ownership':
      return account.ownership_refresh;
    case 'transactions':
      return account.transaction_refresh;
  }
}

const features: readonly RefreshFeature[] = ['balance', 'ownership', 'transactions'];

/** @param age milliseconds since it was read */
export function mayShow(account: BankAccount, age: number, most: number = SHOWN_FOR): boolean {
  const pending = features.some((feature) => refreshOf(account, feature)?.status === 'pending');
  return age < (pending ? Math.min(most, PENDING_FOR) : most);
}

export type RefreshPlan =
  | { readonly kind: 'start'; readonly features: readonly RefreshFeature[] }
  /** Everything asked for is under way. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'not_shared'; readonly feature: RefreshFeature }
  /** Seconds to wait; null where Stripe does not say. */
  | { readonly kind: 'too_early'; readonly wait: number | null };

/** @param now seconds */
export function planRefresh(
  account: BankAccount,
  asked: readonly RefreshFeature[] | undefined,
  now: number,
): RefreshPlan {
  const permitted = features.filter((feature) => account.permissions.includes(permissionOf[feature]));
  const wanted = asked ?? permitted;
  const foreign = wanted.find((feature) => !permitted.includes(feature));
  if (foreign !== undefined) return { kind: 'not_shared', feature: foreign };
  const states = wanted.map((feature) => [feature, refreshOf(account, feature)] as const);
  const ready = states.filter(([, refresh]) => refresh === null || isDue(refresh, now)).map(([feature]) => feature);
  if (ready.length > 0) return { kind: 'start', features: ready };
  const waits = states.flatMap(([, refresh]) =>
    refresh === null || refresh.status === 'pending' ? [] : [refresh.next_refresh_available_at],
  );
  if (waits.length === 0) return { kind: 'pending' };
  const known = waits.filter((at) => at !== null);
  return { kind: 'too_early', wait: known.length === 0 ? null : Math.min(...known) - now };
}

function isDue({ status, next_refresh_available_at }: Refresh, now: number): boolean {
  return status !== 'pending' && next_refresh_available_at !== null && next_refresh_available_at <= now;
}

/**
 * The older links that a new one replaces: whether Stripe keeps an account's id when it is linked again is not certain,
 * so the same account under another id is known by its institution, name, kind and last four digits.
 */
export function superseded(linked: readonly BankAccount[], known: readonly BankAccount[]): BankAccount[] {
  const fresh = new Set(linked.map(({ id }) => id));
  return known.filter(
    (old) => !fresh.has(old.id) && old.status !== 'disconnected' && linked.some((account) => isSame(account, old)),
  );
}

function isSame(one: BankAccount, other: BankAccount): boolean {
  return (
    one.last4 !== null &&
    one.institution_name === other.institution_name &&
    one.last4 === other.last4 &&
    one.subcategory === other.subcategory &&
    one.display_name === other.display_name
  );
}

/** What a session asks for: the site's settings, narrowed by the token, then by the page. Nothing widens them. */
import type { BankPermission, BankPrefetch } from '../contract.ts';
import type { BankClaim, BankSettings } from './bank-settings.ts';

export type BankTerms = Pick<BankSettings, 'permissions' | 'prefetch' | 'filters' | 'limits' | 'manual_entry'>;

export interface Narrowing {
  readonly permissions?: readonly BankPermission[] | undefined;
  readonly prefetch?: readonly BankPrefetch[] | undefined;
  readonly filters?:
    | BankClaim['filters']
    | { account_subcategories?: Subcategories | undefined; country?: string | undefined };
  readonly limits?: { readonly accounts?: number | undefined } | undefined;
}
type Subcategories = NonNullable<BankSettings['filters']['account_subcategories']>;

export type Narrowed =
  | { readonly ok: true; readonly terms: BankTerms }
  | { readonly ok: false; readonly param: string; readonly reason: string };

export function narrow(wide: BankTerms, wish: Narrowing = {}): Narrowed {
  const refused = (param: string, reason: string): Narrowed => ({ ok: false, param, reason });
  const permissions = within(wide.permissions, wish.permissions);
  if (typeof permissions === 'string') return refused('permissions', `${permissions} is not allowed here`);
  // What was to be fetched by default goes with its permission; what was asked for by name is a mistake.
  const foreign = wish.prefetch?.find((data) => !permissions.includes(data));
  if (foreign !== undefined) return refused('prefetch', `${foreign} is not among the permissions`);
  const prefetch = wish.prefetch ?? wide.prefetch.filter((data) => permissions.includes(data));
  const { country, account_subcategories } = wish.filters ?? {};
  if (country !== undefined && country !== (wide.filters.country ?? country)) {
    return refused('filters.country', `only ${wide.filters.country} is allowed here`);
  }
  const subcategories =
    wide.filters.account_subcategories === undefined
      ? account_subcategories
      : within(wide.filters.account_subcategories, account_subcategories);
  if (typeof subcategories === 'string') {
    return refused('filters.account_subcategories', `${subcategories} is not allowed here`);
  }
  const most = wide.limits.accounts;
  const accounts = wish.limits?.accounts ?? most;
  if (accounts !== undefined && most !== undefined && accounts > most) {
    return refused('limits.accounts', `at most ${most} is allowed here`);
  }
  return {
    ok: true,
    terms: {
      permissions: [...permissions],
      prefetch: [...prefetch],
      filters: {
        ...wide.filters,
        ...(country === undefined ? {} : { country }),
        ...(subcategories === undefined ? {} : { account_subcategories: [...subcategories] }),
      },
      limits: accounts === undefined ? {} : { accounts },
      manual_entry: wide.manual_entry,
    },
  };
}

/** What is wished for, without repetition; or the first thing that may not be. */
function within<T extends string>(allowed: readonly T[], wished: readonly T[] | undefined): readonly T[] | T {
  const wanted = [...new Set(wished ?? allowed)];
  return wanted.find((one) => !allowed.includes(one)) ?? wanted;
}

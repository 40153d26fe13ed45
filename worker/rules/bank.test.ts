import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { BankAccount, BankPermission, BankPrefetch, Refresh } from '../contract.ts';
import { planRefresh, superseded } from './bank-account.ts';
import { appReturnUrl } from './bank-return.ts';
import { narrow } from './bank-session.ts';
import { BankSettings } from './bank-settings.ts';

const permissions: BankPermission[] = ['balances', 'ownership', 'payment_method', 'transactions'];
const prefetches: BankPrefetch[] = ['balances', 'ownership', 'transactions'];
const some = <T>(all: T[], least = 0) => fc.subarray(all, { minLength: least });

describe('narrowing', () => {
  it('never widens, whoever wishes for what, and never fetches what is not permitted', () => {
    const site = some(permissions, 1).map((chosen) =>
      v.parse(BankSettings, {
        permissions: chosen,
        prefetch: prefetches.filter((one) => chosen.includes(one)),
        limits: { accounts: 5 },
        filters: { account_subcategories: ['checking', 'savings'] },
      }),
    );
    const wish = fc.record(
      {
        permissions: some(permissions, 1),
        prefetch: some(prefetches),
        limits: fc.record({ accounts: fc.integer({ min: 1, max: 9 }) }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(site, wish, wish, (wide, token, page) => {
        const first = narrow(wide, token);
        if (!first.ok) return;
        const second = narrow(first.terms, page);
        if (!second.ok) return;
        const { terms } = second;
        expect(wide.permissions).toEqual(expect.arrayContaining(terms.permissions));
        expect(terms.permissions).toEqual(expect.arrayContaining([...terms.prefetch]));
        expect(terms.permissions.length).toBeGreaterThan(0);
        expect(terms.limits.accounts).toBeLessThanOrEqual(5);
        expect(terms.filters.account_subcategories).toEqual(['checking', 'savings']);
      }),
    );
  });

  it('lets a default go with its permission, and refuses a wish that names it', () => {
    const wide = v.parse(BankSettings, { permissions: ['balances', 'transactions'], prefetch: ['transactions'] });
    expect(narrow(wide, { permissions: ['balances'] })).toMatchObject({ ok: true, terms: { prefetch: [] } });
    expect(narrow(wide, { permissions: ['balances'], prefetch: ['transactions'] })).toMatchObject({
      ok: false,
      param: 'prefetch',
    });
  });
});

describe('a refresh', () => {
  const account = (balance: Refresh | null, transactions: Refresh | null): BankAccount => ({
    object: 'financial_connections.account',
    id: 'fca_1',
    institution_name: 'Test',
    display_name: 'Success',
    last4: '6789',
    category: 'cash',
    subcategory: 'checking',
    status: 'active',
    relink_required: false,
    expected_deactivation_date: null,
    created: 1,
    permissions: ['balances', 'transactions'],
    supported_payment_method_types: [],
    balance: null,
    balance_refresh: balance,
    ownership_refresh: null,
    transaction_refresh: transactions,
  });
  const state = (status: Refresh['status'], next: number | null): Refresh => ({
    status,
    last_attempted_at: 1,
    next_refresh_available_at: next,
  });

  it.each([
    ['never made', null, { kind: 'start', features: ['balance'] }],
    ['due', state('succeeded', 100), { kind: 'start', features: ['balance'] }],
    ['due after a failure', state('failed', 99), { kind: 'start', features: ['balance'] }],
    ['pending', state('pending', null), { kind: 'pending' }],
    ['not due yet', state('succeeded', 130), { kind: 'too_early', wait: 30 }],
    ['done, without a time for the next', state('succeeded', null), { kind: 'too_early', wait: null }],
  ])('that is %s', (_, refresh, plan) => {
    expect(planRefresh(account(refresh, null), ['balance'], 100)).toEqual(plan);
  });

  it('begins what is due and leaves the rest', () => {
    const both = account(state('succeeded', 130), state('succeeded', 90));
    expect(planRefresh(both, undefined, 100)).toEqual({ kind: 'start', features: ['transactions'] });
    expect(planRefresh(both, ['ownership'], 100)).toEqual({ kind: 'not_shared', feature: 'ownership' });
  });

  it('an account linked again replaces the older link, not another account of the same bank', () => {
    const old = account(null, null);
    const again = { ...old, id: 'fca_2' };
    const other = { ...old, id: 'fca_3', last4: '1111' };
    const nameless = { ...old, id: 'fca_4', last4: null };
    expect(superseded([again], [old, again, other]).map(({ id }) => id)).toEqual(['fca_1']);
    expect(superseded([nameless], [{ ...nameless, id: 'fca_5' }])).toEqual([]);
    expect(superseded([again], [{ ...old, status: 'disconnected' }])).toEqual([]);
  });
});

it.each([
  ['app://x', '?a=1&b', 'app://x?a=1&b'],
  ['app://x?from=i', '?a=1', 'app://x?from=i&a=1'],
  ['app://x', '', 'app://x'],
  ['app://x', '?', 'app://x'],
])('%s with %s leads to %s', (app, search, expected) => {
  expect(appReturnUrl(app, search)).toBe(expected);
});

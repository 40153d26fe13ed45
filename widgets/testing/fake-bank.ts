/** The Worker's bank routes behind `fake-worker.ts`, with what a test says is linked and what the next dialog links. */
import type {
  BankAccount,
  BankAccountOwner,
  BankPermission,
  BankPrefetch,
  MonthlyTotal,
  Refresh,
  Transaction,
} from '../../worker/contract.ts';

export const BANK_SECRET = 'fcsess_client_secret_CANARY_BANK_SECRET';
export const BANK_KEY = 'pk_test_bank';

/** A moment that tests may call now: 2026-11-20, 12:00 UTC. In seconds. */
export const NOON = Date.UTC(2026, 10, 20, 12) / 1000;

export class FakeBank {
  /** What the site asks for. */
  permissions: BankPermission[] = ['balances', 'transactions'];
  prefetch: BankPrefetch[] = ['balances'];
  business = 'Rocket Rides';
  /** What `GET accounts` lists, newest first. */
  accounts: BankAccount[] = [];
  /** What the person chooses in the next dialog; empty: they close it. */
  chosen: BankAccount[] = [bankAccountThat()];
  /** By account. */
  owners: Record<string, BankAccountOwner[]> = {};
  /** By account, newest first. */
  transactions: Record<string, Transaction[]> = {};
  /** By account, oldest month first. */
  monthlyTotals: Record<string, MonthlyTotal[]> = {};
  synchronizing = false;
  #sessions = 0;

  /** Undefined: not a route of banks. */
  answer(what: string, url: string): Response | undefined {
    const [method, path = ''] = what.split(' ');
    const [root, things, id = '', more, most] = path.split('/');
    if (root !== 'financial_connections') return undefined;
    const route = [method, things, id && ':id', more, most].filter(Boolean).join(' ');
    const account = this.accounts.find((one) => one.id === id);
    const { searchParams } = new URL(url);
    switch (route) {
      case 'GET sessions':
        return Response.json({
          object: 'financial_connections.session_terms',
          permissions: this.permissions,
          prefetch: this.prefetch,
          business_name: this.business,
        });
      case 'POST sessions':
        return Response.json({
          object: 'financial_connections.session',
          id: `fcsess_${++this.#sessions}`,
          client_secret: BANK_SECRET,
          publishable_key: BANK_KEY,
          permissions: this.permissions,
        });
      case 'POST sessions :id sync': {
        const known = new Set(this.chosen.map((one) => one.id));
        this.accounts = [...this.chosen, ...this.accounts.filter((one) => !known.has(one.id))];
        return Response.json({ object: 'financial_connections.session', id, accounts: this.chosen });
      }
      case 'GET accounts':
        return Response.json({ ...listOf(path, this.accounts), permissions: this.permissions });
    }
    if (!account) return Response.json(missing, { status: 404 });
    switch (route) {
      case 'GET accounts :id':
        return Response.json(account);
      case 'GET accounts :id owners':
        return Response.json({ ...listOf(path, this.owners[id] ?? []), refresh: account.ownership_refresh });
      case 'GET accounts :id transactions':
        return Response.json({
          ...pageOf(path, this.transactions[id] ?? [], searchParams),
          refresh: account.transaction_refresh,
          synchronizing: this.synchronizing,
        });
      case 'GET accounts :id transactions monthly_totals':
        return Response.json(listOf(path, this.monthlyTotals[id] ?? []));
      case 'POST accounts :id refresh': {
        const pending = refreshThat('pending');
        const refreshing = { ...account, balance_refresh: pending, transaction_refresh: pending };
        this.accounts = this.accounts.map((one) => (one === account ? refreshing : one));
        return Response.json(refreshing);
      }
      case 'DELETE accounts :id':
        this.accounts = this.accounts.filter((one) => one !== account);
        return Response.json({ ...account, status: 'disconnected' } satisfies BankAccount);
      default:
        return Response.json(missing, { status: 404 });
    }
  }
}

const missing = {
  error: { type: 'not_found_error', code: 'resource_missing', message: 'For developers.', request_id: 'req_test' },
};

function listOf<T>(url: string, data: readonly T[], has_more = false) {
  return { object: 'list', url: `/${url}`, has_more, data };
}

function pageOf(url: string, all: readonly Transaction[], query: URLSearchParams) {
  const after = query.get('starting_after');
  const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const end = start + Number(query.get('limit') ?? 50);
  return listOf(url, all.slice(start, end), end < all.length);
}

export function refreshThat(status: Refresh['status'], next: number | null = null): Refresh {
  return { status, last_attempted_at: NOON, next_refresh_available_at: status === 'pending' ? null : next };
}

/** A current account with 1,234.56 dollars on it, as the Worker gives it. */
export function bankAccountThat(is: Partial<BankAccount> = {}): BankAccount {
  return {
    object: 'financial_connections.account',
    id: 'fca_1',
    institution_name: 'Test (Non-OAuth)',
    display_name: 'Everyday',
    last4: '6789',
    category: 'cash',
    subcategory: 'checking',
    status: 'active',
    relink_required: false,
    expected_deactivation_date: null,
    created: NOON,
    permissions: ['balances', 'transactions'],
    supported_payment_method_types: ['us_bank_account', 'link'],
    balance: {
      as_of: NOON,
      type: 'cash',
      current: { usd: 123_456 },
      available: { usd: 120_000 },
      used: null,
    },
    balance_refresh: refreshThat('succeeded', NOON + 1),
    ownership_refresh: null,
    transaction_refresh: refreshThat('succeeded', NOON + 1),
    ...is,
  };
}

export function transactionThat(is: Partial<Transaction> = {}): Transaction {
  return {
    object: 'financial_connections.transaction',
    id: 'fctxn_1',
    amount: -1_999,
    currency: 'usd',
    description: 'ROCKET RIDES',
    status: 'posted',
    transacted_at: NOON - 3_600,
    ...is,
  };
}

/** Newest first, six hours apart. */
export function transactionsThat(count: number): Transaction[] {
  return Array.from({ length: count }, (_, index) =>
    transactionThat({
      id: `fctxn_${index + 1}`,
      amount: index % 5 ? -(index + 1) * 100 : 250_000,
      description: `Payment ${index + 1}`,
      transacted_at: NOON - index * 21_600,
    }),
  );
}

import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type {
  BankAccount,
  BankAccountOwnerList,
  MonthlyTotalList,
  RefreshFeature,
  Transaction,
  TransactionList,
} from '../contract.ts';
import { answer, type BankUser, bankUser, everything, first } from '../testing/bank.ts';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let user: BankUser;
beforeEach(async () => {
  world = await createWorld({ bank: everything });
  user = bankUser(world);
});

const calls = (end: string) => world.stripeCalls().filter((call) => call.includes(end));
const read = async (id: string): Promise<BankAccount> => answer(await user.ask(`/accounts/${id}`));
const refresh = (id: string, features: RefreshFeature[]) => user.ask(`/accounts/${id}/refresh`, { body: { features } });
const page = async (id: string, query = ''): Promise<TransactionList> =>
  answer(await user.ask(`/accounts/${id}/transactions${query}`));
const seconds = () => Math.floor(world.now() / 1000);

async function everyTransaction(id: string): Promise<Transaction[]> {
  const all: Transaction[] = [];
  for (let query = '?limit=100'; ; query = `?limit=100&starting_after=${all.at(-1)?.id}`) {
    const { data, has_more, synchronizing } = await page(id, query);
    all.push(...data);
    if (!has_more && !synchronizing) return all;
  }
}

describe('the list', () => {
  it('is shown from the database for a minute, and read again when a page wants it younger', async () => {
    await user.link();
    await user.list(0);
    const before = world.stripeCalls().length;
    await user.list();
    await user.list(60);
    expect(world.stripeCalls().length).toBe(before);
    await user.list(0);
    expect(world.stripeCalls().length).toBe(before + 1);
    world.advance(61);
    await user.list();
    expect(world.stripeCalls().length).toBe(before + 2);
  });

  it('costs a user who has linked nothing no call to Stripe', async () => {
    expect(await user.list(0)).toEqual([]);
    expect(world.stripeCalls()).toEqual([]);
  });

  it('shows within one refresh what somebody else has disconnected', async () => {
    const { id } = first(await user.link());
    await world.control(`bank/accounts/${id}`, { status: 'disconnected' });
    expect(first(await user.list(0)).status).toBe('disconnected');
  });

  it('says what needs attention', async () => {
    const { id } = first(await user.link());
    const soon = seconds() + 20 * 86_400;
    await world.control(`bank/accounts/${id}`, { expected_deactivation_date: soon, relink_required: true });
    expect(first(await user.list(0))).toMatchObject({ relink_required: true, expected_deactivation_date: soon });
    await world.control(`bank/accounts/${id}`, { status: 'inactive' });
    expect(first(await user.list(0)).status).toBe('inactive');
  });

  it.each(['-1', '61', '1.5', 'x', ''])('refuses max_age=%s', async (age) => {
    await expectRefused(world, () => user.ask(`/accounts?max_age=${age}`), 400, 'parameter_invalid');
  });
});

describe('a balance', () => {
  it.each([
    ['Success', 'usd', 100_000, 100_000],
    ['Euro Checking', 'eur', 321_050, 298_010],
    ['Yen Savings', 'jpy', 845_200, 845_200],
    ['Dinar Savings', 'kwd', 1_234_567, null],
  ])('of %s is in %s, to its minor unit', async (name, currency, current, available) => {
    const account = first(
      await user.link({ institution: 'Bank (OAuth)', accounts: [name], body: { prefetch: ['balances'] } }),
    );
    world.advance(2);
    expect((await read(account.id)).balance).toMatchObject({
      type: 'cash',
      current: { [currency]: current },
      available: available === null ? null : { [currency]: available },
    });
  });

  it('of a credit card says what is used', async () => {
    const { id } = first(await user.link({ accounts: ['Everyday Card'], body: { prefetch: ['balances'] } }));
    world.advance(2);
    expect((await read(id)).balance).toMatchObject({
      type: 'credit',
      available: null,
      used: { usd: expect.any(Number) },
    });
  });
});

describe('a refresh', () => {
  it('is pending, then done, and not begun again while it is pending', async () => {
    const { id } = first(await user.link());
    const begun: BankAccount = await answer(await refresh(id, ['balance']));
    expect(begun.balance_refresh?.status).toBe('pending');
    expect((await refresh(id, ['balance'])).status).toBe(200);
    expect(calls(`${id}/refresh`)).toHaveLength(1);
    world.advance(2);
    expect((await read(id)).balance_refresh?.status).toBe('succeeded');
  });

  it('waits for next_refresh_available_at, and says how long, without asking Stripe', async () => {
    const { id } = first(await user.link());
    await refresh(id, ['balance']);
    world.advance(2);
    const next = (await read(id)).balance_refresh?.next_refresh_available_at ?? 0;
    expect(next).toBeGreaterThan(seconds());
    const asked = world.stripeCalls().length;
    const early = await refresh(id, ['balance']);
    expect(early.status).toBe(429);
    expect(Number(early.headers.get('Retry-After'))).toBe(next - seconds());
    expect(world.stripeCalls().length).toBe(asked);
    world.advance(next - seconds());
    expect((await refresh(id, ['balance'])).status).toBe(200);
    expect(calls(`${id}/refresh`)).toHaveLength(2);
  });

  it('that failed leaves the data before it', async () => {
    const { id } = first(await user.link({ body: { prefetch: ['balances'] } }));
    world.advance(2);
    const { balance } = await read(id);
    await world.control(`bank/accounts/${id}`, { next_refresh: 'failed' });
    world.advance(3_600);
    await refresh(id, ['balance']);
    world.advance(2);
    const after = await read(id);
    expect(after.balance_refresh?.status).toBe('failed');
    expect(after.balance).toEqual(balance);
  });

  it('asks for everything that is shared when nothing is named', async () => {
    const { id } = first(await user.link({ body: { permissions: ['balances', 'transactions'] } }));
    await answer(await user.ask(`/accounts/${id}/refresh`, { body: {} }));
    const asked = world.stripe.requests().find(({ path }) => path.endsWith('/refresh'));
    expect(asked?.body).toEqual({ features: ['balance', 'transactions'] });
  });

  it('is refused for an account that is inactive or disconnected, and for what is not shared', async () => {
    const { id } = first(await user.link({ body: { permissions: ['balances'] } }));
    await expectRefused(world, () => refresh(id, ['transactions']), 403, 'data_not_shared');
    await world.control(`bank/accounts/${id}`, { status: 'inactive' });
    await user.list(0);
    await expectRefused(world, () => refresh(id, ['balance']), 409, 'bank_account_inactive');
    await world.control(`bank/accounts/${id}`, { status: 'disconnected' });
    await user.list(0);
    await expectRefused(world, () => refresh(id, ['balance']), 409, 'bank_account_disconnected');
  });
});

describe('owners', () => {
  const ownersOf = async (id: string): Promise<BankAccountOwnerList> =>
    answer(await user.ask(`/accounts/${id}/owners`));

  it('are read once for each refresh', async () => {
    const { id } = first(await user.link({ institution: 'Ownership Accounts', body: { prefetch: ['ownership'] } }));
    world.advance(2);
    const { data, refresh: state } = await ownersOf(id);
    expect(data.map(({ name }) => name)).toEqual(expect.arrayContaining(['Jenny Rosen', 'Rosen Rides LLC']));
    expect(state?.status).toBe('succeeded');
    await ownersOf(id);
    expect(calls('/owners')).toHaveLength(1);
    world.advance(86_400);
    await refresh(id, ['ownership']);
    world.advance(2);
    await ownersOf(id);
    expect(calls('/owners')).toHaveLength(2);
  });

  it('are none before the first refresh, and refused where they are not shared', async () => {
    const { id } = first(await user.link());
    expect(await ownersOf(id)).toMatchObject({ data: [], refresh: null });
    const other = first(await user.link({ institution: 'Test (OAuth)', body: { permissions: ['balances'] } }));
    await expectRefused(world, () => user.ask(`/accounts/${other.id}/owners`), 403, 'data_not_shared');
  });
});

describe('transactions', () => {
  async function linkedWith(transactions: number): Promise<string> {
    const { id } = first(await user.link());
    await world.control(`bank/accounts/${id}`, { transactions });
    await user.list(0);
    return id;
  }

  it('come newest first, page by page, each once', async () => {
    const id = await linkedWith(250);
    const all = await everyTransaction(id);
    expect(all).toHaveLength(250);
    expect(new Set(all.map((one) => one.id)).size).toBe(250);
    const times = all.map((one) => one.transacted_at);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
  });

  it('of a long history are read a few pages a request, and go on where the last one stopped', async () => {
    const id = await linkedWith(1_000);
    const { data, synchronizing } = await page(id);
    expect([data.length, synchronizing]).toEqual([50, true]);
    expect(calls('/transactions')).toHaveLength(3);
    await page(id);
    expect(calls('/transactions')).toHaveLength(6);
    expect(await everyTransaction(id)).toHaveLength(1_000);
    expect(calls('/transactions')).toHaveLength(10);
    await page(id);
    expect(calls('/transactions')).toHaveLength(10);
  });

  it('are never read whole again: after the next refresh only what it brought or changed', async () => {
    const { id } = first(await user.link({ body: { prefetch: ['transactions'] } }));
    world.advance(2);
    await everyTransaction(id);
    const before = await everyTransaction(id);
    const pending = before.filter(({ status }) => status === 'pending');
    expect(pending.length).toBeGreaterThan(0);
    world.advance(86_400);
    await refresh(id, ['transactions']);
    world.advance(2);
    const after = await everyTransaction(id);
    const lastAsked = world.stripe
      .requests()
      .find(({ path }) => path.startsWith('/v1/financial_connections/transactions'));
    expect(JSON.stringify(lastAsked)).toMatch(/fctxnref_/);
    for (const { id: was } of pending) expect(after.find((one) => one.id === was)?.status).not.toBe('pending');
    const recent = before.filter(({ transacted_at }) => transacted_at >= seconds() - 180 * 86_400);
    expect(after.map((one) => one.id)).toEqual(expect.arrayContaining(recent.map((one) => one.id)));
    expect(new Set(after.map((one) => one.id)).size).toBe(after.length);
  });

  it('read twice at once are each stored once, and an older version never replaces a newer one', async () => {
    const id = await linkedWith(300);
    await Promise.all(Array.from({ length: 8 }, () => page(id)));
    expect(await everyTransaction(id)).toHaveLength(300);
    await env.DB.prepare(
      "UPDATE bank_transactions SET updated = updated + 1000000, description = 'newer' WHERE account_id = ?",
    )
      .bind(id)
      .run();
    await env.DB.prepare('UPDATE bank_accounts SET synced_refresh = NULL WHERE id = ?').bind(id).run();
    expect((await everyTransaction(id)).every(({ description }) => description === 'newer')).toBe(true);
  });

  it('are none, and no error, before the first refresh', async () => {
    const { id } = first(await user.link());
    expect(await page(id)).toMatchObject({ data: [], has_more: false, refresh: null, synchronizing: false });
  });

  it('are refused where they are not shared, or a page is asked for after a foreign transaction', async () => {
    const id = await linkedWith(3);
    const other = first(
      await user.link({ institution: 'Test (OAuth)', accounts: ['Success'], body: { permissions: ['balances'] } }),
    );
    await expectRefused(world, () => user.ask(`/accounts/${other.id}/transactions`), 403, 'data_not_shared');
    await page(id);
    const query = 'limit=1&starting_after=fctxn_nobody';
    await expectRefused(world, () => user.ask(`/accounts/${id}/transactions?${query}`), 404, 'resource_missing');
    await expectRefused(world, () => user.ask(`/accounts/${id}/transactions?limit=0`), 400, 'parameter_invalid');
  });

  it('add up by month, without what is pending or void', async () => {
    const { id } = first(await user.link({ body: { prefetch: ['transactions'] } }));
    world.advance(2);
    const all = await everyTransaction(id);
    const totals: MonthlyTotalList = await answer(await user.ask(`/accounts/${id}/transactions/monthly_totals`));
    const posted = all.filter(({ status }) => status === 'posted');
    const sum = (sign: 1 | -1) => posted.reduce((total, { amount }) => total + (amount * sign > 0 ? amount : 0), 0);
    expect(totals.data.reduce((total, month) => total + month.in, 0)).toBe(sum(1));
    expect(totals.data.reduce((total, month) => total + month.out, 0)).toBe(sum(-1));
    const months = totals.data.map(({ month }) => month);
    expect(months).toEqual(months.toSorted());
    expect(months.length).toBeGreaterThan(5);
  });
});

describe('disconnecting', () => {
  it('ends the connection at Stripe, takes the account off the list and forgets its data; twice is once', async () => {
    const { id } = first(await user.link({ body: { prefetch: ['transactions', 'ownership'] } }));
    world.advance(2);
    await page(id);
    await user.ask(`/accounts/${id}/owners`);
    const gone: BankAccount = await answer(await user.ask(`/accounts/${id}`, { method: 'DELETE' }));
    expect(gone).toMatchObject({ id, status: 'disconnected', balance: null });
    expect((await user.ask(`/accounts/${id}`, { method: 'DELETE' })).status).toBe(200);
    expect(calls(`${id}/disconnect`)).toHaveLength(1);
    expect(await user.list(0)).toEqual([]);
    expect((await user.ask(`/accounts/${id}`)).status).toBe(404);
    expect((await world.rows()).bank_transactions).toBe(
      await env.DB.prepare('SELECT count(*) AS n FROM bank_transactions WHERE account_id <> ?').bind(id).first('n'),
    );
    const { owners } = (await env.DB.prepare('SELECT owners FROM bank_accounts WHERE id = ?').bind(id).first()) ?? {};
    expect(owners).toBeNull();
  });

  it('that Stripe did and we never heard of is not lost', async () => {
    const { id } = first(await user.link());
    await world.control('faults', {
      match: `POST /v1/financial_connections/accounts/${id}/disconnect`,
      times: 1,
      do: 'timeout_after_commit',
    });
    expect((await user.ask(`/accounts/${id}`, { method: 'DELETE' })).status).toBe(200);
    expect(await user.list(0)).toEqual([]);
  });
});

it('two users, on one site and on two, see only their own: every id crossed is 404 and reaches nothing', async () => {
  const otherSite = world;
  await bankUser(otherSite).link();
  // From here on there is one stand-in for both.
  world = await createWorld({ bank: everything });
  const mine = first(await bankUser(world).link({ body: { prefetch: ['transactions', 'ownership'] } }));
  await bankUser(world, 'user_2').link();
  const session = await bankUser(world).session();
  const at = `/accounts/${mine.id}`;
  for (const stranger of [bankUser(world, 'user_2'), bankUser(world, 'user_3'), bankUser(otherSite)]) {
    for (const path of [at, `${at}/owners`, `${at}/transactions`, `${at}/transactions/monthly_totals`]) {
      await expectRefused(world, () => stranger.ask(path), 404, 'resource_missing');
    }
    await expectRefused(world, () => stranger.ask(at, { method: 'DELETE' }), 404, 'resource_missing');
    await expectRefused(world, () => stranger.ask(`${at}/refresh`, { body: {} }), 404, 'resource_missing');
    expect((await stranger.list()).map(({ id }) => id)).not.toContain(mine.id);
    const rows = await world.rows();
    expect((await stranger.ask(`/sessions/${session.id}/sync`, { body: {} })).status).toBe(404);
    expect(await world.rows()).toEqual(rows);
  }
});

it('a list whose customer Stripe no longer has is shown as disconnected', async () => {
  await user.link();
  await world.control('reset', {});
  expect(first(await user.list(0)).status).toBe('disconnected');
});

it('any order of readings ends with the latest', async () => {
  const account = first(await user.link());
  const owner = { site: world.site.id, sub: 'user_1' };
  const { bankAccountsIn } = await import('../store/bank-accounts.ts');
  const { openDatabase } = await import('../store/database.ts');
  const store = bankAccountsIn(openDatabase(env.DB));
  let ticket = 1_000;
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 1 }), async (order) => {
      for (const step of order) {
        const reading = { account: { ...account, created: step }, ownershipId: null, transactionRefreshId: null };
        await store.keep(owner, [reading], { ticket: ticket + step, now: world.now() });
      }
      ticket += 10;
      expect((await store.find(owner, account.id))?.account.created).toBe(Math.max(...order));
    }),
    { numRuns: 30 },
  );
});

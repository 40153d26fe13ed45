/** What a list of bank accounts and a first page of transactions cost as ever more transactions are stored. */
import { interleave, median } from '../rounds.ts';
import { type Row, ratioRows } from '../table.ts';
import { type Asked, bankAccountsPath, startInlay, userRequest } from './inlay.ts';
import { send, startStripeStub } from './load.ts';
import type { Effort } from './rows.ts';
import type { Running } from './workerd.ts';

const sizes = [100, 10_000, 1_000_000] as const;

export async function bankRows(
  script: string,
  { rounds, requests }: Effort,
  say: (line: string) => void,
): Promise<Row[]> {
  say('Worker: bank accounts…');
  const stripe = await startStripeStub();
  const started: Running[] = [];
  const asked = new Map<string, Asked>();
  try {
    for (const size of sizes) {
      const inlay = await startInlay(script, stripe.origin, 1);
      started.push(inlay);
      await addTransactions(inlay, size);
      asked.set(nameOf(size), { ...inlay, path: '' });
    }
    const rows: Row[] = [];
    for (const [what, path] of [
      ['GET accounts', bankAccountsPath],
      ['GET transactions, first 50', `${bankAccountsPath}/fca_1/transactions`],
    ] as const) {
      const figures = await interleave(rounds, sizes.map(nameOf), (name) => p50(asked.get(name), path, requests));
      const row = ratioRows(figures, nameOf(sizes[0]), 'ms');
      rows.push(
        ...sizes
          .slice(1)
          .map((size) => row(`${what}, ${nameOf(size)} stored, floor 1e2`, nameOf(size), { atMost: 1.5 })),
      );
    }
    return rows;
  } finally {
    for (const { stop } of started) await stop();
    stripe.stop();
  }
}

const nameOf = (size: number) => size.toExponential(0).replace('+', '');

async function p50(to: Asked | undefined, path: string, count: number): Promise<number> {
  if (to === undefined) throw new Error('There is no such Worker.');
  const requests = Array.from({ length: count }, () => userRequest('GET', { ...to, path }, 1, 'bank'));
  return median((await send({ port: to.port, requests, clients: 1, pause: 0 })).latencies);
}

async function addTransactions({ sql }: Running, count: number): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  // In an hour: nothing grows too old to be shown while the bench runs.
  const later = (now + 3_600) * 1000;
  const refresh = { status: 'succeeded', last_attempted_at: now, next_refresh_available_at: now };
  const reading = {
    object: 'financial_connections.account',
    id: 'fca_1',
    institution_name: 'Test Institution',
    display_name: 'Success',
    last4: '6789',
    category: 'cash',
    subcategory: 'checking',
    status: 'active',
    relink_required: false,
    expected_deactivation_date: null,
    created: now,
    permissions: ['balances', 'transactions'],
    supported_payment_method_types: ['us_bank_account', 'link'],
    balance: { as_of: now, type: 'cash', current: { usd: 100_000 }, available: { usd: 100_000 }, used: null },
    balance_refresh: refresh,
    ownership_refresh: null,
    transaction_refresh: refresh,
  };
  await sql(
    `INSERT INTO customers (site_id, sub, customer_id, claim_id, claimed_at, claim_lease_until, bank_accounts_read_at)
     VALUES ('site_bench', 'user_1', 'cus_1', 'claim', 0, 0, ?)`,
    later,
  );
  await sql(
    `INSERT INTO bank_accounts (site_id, sub, id, reading, reading_ticket, read_at, transaction_refresh_id, synced_refresh)
     VALUES ('site_bench', 'user_1', 'fca_1', ?, 1, ?, 'fctxnref_1', 'fctxnref_1')`,
    JSON.stringify(reading),
    later,
  );
  for (let from = 1; from <= count; from += 100_000) {
    // D1 binds every number as a real, which would become part of the ids as "1.0".
    await sql(
      `INSERT INTO bank_transactions (account_id, id, transacted_at, updated, amount, currency, description, status)
       WITH RECURSIVE numbers (n) AS
         (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT n + 1 FROM numbers WHERE n < ?2)
       SELECT 'fca_1', 'fctxn_' || n, CAST(?3 AS INTEGER) - (n * 7919) % (170 * 86400), 1, -n, 'usd', 'Coffee', 'posted'
       FROM numbers`,
      from,
      Math.min(count, from + 99_999),
      now,
    );
  }
}

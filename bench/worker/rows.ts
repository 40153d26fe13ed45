/** What the Worker costs beside a few lines that only forward, each in a workerd of its own, measured in turns. */
import type { Built } from '../build.ts';
import { interleave, median } from '../rounds.ts';
import { type Reach, type Row, ratioRows } from '../table.ts';
import {
  type Asked,
  accountPath,
  linksPath,
  startInlay,
  userRequest,
  webhookPath,
  webhookRequest,
  webhookSecret,
} from './inlay.ts';
import { type StripeStub, send, startStripeStub } from './load.ts';
import { type Running, startWorkerd } from './workerd.ts';

/** How long to measure. */
export interface Effort {
  readonly rounds: number;
  /** Requests of a client in a round. */
  readonly requests: number;
  /** Users in the larger database. */
  readonly many: number;
}

const FEW = 100;
const CLIENTS = 32;
/** Milliseconds after an answer in which the Worker finishes the work that the answer did not wait for. */
const PAUSE = 40;

interface Bench {
  readonly stripe: StripeStub;
  readonly effort: Effort;
  readonly inlay: Asked;
  /** The same with Miniflare's own rate limiter. */
  readonly sqlite: Asked;
  readonly reference: Record<'forward' | 'sdk' | 'sdk-read' | 'verify' | 'insert', Asked>;
}

export async function workerRows(built: Built, effort: Effort, say: (line: string) => void): Promise<Row[]> {
  const stripe = await startStripeStub();
  const running: Running[] = [];
  const kept = <T extends Running>(one: T): T => {
    running.push(one);
    return one;
  };
  const start = async (users: number, limiter?: 'sqlite') => ({
    ...kept(await startInlay(built.worker, stripe.origin, users, limiter)),
    path: linksPath,
  });
  try {
    const [inlay, sqlite] = [await start(FEW), await start(FEW, 'sqlite')];
    const bindings = { STRIPE_API_ORIGIN: stripe.origin, SITE_KEY: inlay.key.secret, WEBHOOK_SECRET: webhookSecret };
    const refer = async (path: string): Promise<Asked> => {
      const { port, sql } = kept(await startWorkerd(built.references, bindings));
      await sql('CREATE TABLE recorded (id TEXT PRIMARY KEY, type TEXT)');
      await sql('CREATE TABLE accounts (site_id TEXT, sub TEXT, account_id TEXT, PRIMARY KEY (site_id, sub))');
      for (let user = 1; user <= FEW; user += 1) {
        await sql("INSERT INTO accounts VALUES ('site_bench', ?, 'acct_1')", `user_${user}`);
      }
      return { port, key: inlay.key, path };
    };
    const reference = {
      forward: await refer('/forward'),
      sdk: await refer('/sdk'),
      'sdk-read': await refer('/sdk-read'),
      verify: await refer('/verify'),
      insert: await refer('/insert'),
    };
    const bench = { stripe, effort, inlay, sqlite, reference };
    say('Worker: account links…');
    const links = await accountLinks(bench);
    say('Worker: webhooks…');
    const hooks = await webhooks(bench);
    // Not before: a database of this size takes memory and time from whoever is measured beside it.
    say(`Worker: ${effort.many} users…`);
    return [...links, ...hooks, ...(await growth(bench, await start(effort.many)))];
  } finally {
    for (const { stop } of running.toReversed()) await stop();
    stripe.stop();
  }
}

function anyUser(users: number): number {
  return 1 + Math.floor(Math.random() * users);
}

/** Milliseconds, the median of one client's requests. */
async function p50({ port }: Asked, requests: readonly string[], pause = 0): Promise<number> {
  return median((await send({ port, requests, clients: 1, pause })).latencies);
}

async function accountLinks({ stripe, effort, inlay, sqlite, reference }: Bench): Promise<Row[]> {
  stripe.delay = 50;
  const asked = { inlay, sqlite, ...reference };
  const names = ['inlay', 'sqlite', 'forward', 'sdk', 'sdk-read'] as const;
  const links = (to: Asked, count: number) => repeat(count, () => userRequest('POST', to, anyUser(FEW)));
  const alone = await interleave(effort.rounds, names, (name) => p50(asked[name], links(asked[name], effort.requests)));
  const crowded = await interleave(effort.rounds, names, async (name) => {
    const requests = links(asked[name], effort.requests * CLIENTS);
    return (await send({ port: asked[name].port, requests, clients: CLIENTS, pause: 0 })).rate;
  });
  const rows = (figures: typeof alone, unit: 'ms' | 'req/s', what: string, reach: Reach) => {
    const row = ratioRows(figures, 'forward', unit);
    return [
      row(what, 'inlay', reach),
      row("  with Miniflare's rate limiter (2 SQLite writes)", 'sqlite'),
      row('  compare: Hono + SDK', 'sdk'),
      row('  compare: Hono + SDK + JWT + one D1 read', 'sdk-read'),
    ];
  };
  return [
    ...rows(alone, 'ms', 'POST /account_links, Stripe at 50 ms, 1 client, p50', { atMost: 1.06 }),
    ...rows(crowded, 'req/s', `the same, ${CLIENTS} clients`, { atLeast: 0.8 }),
  ];
}

async function webhooks({ stripe, effort, inlay, reference }: Bench): Promise<Row[]> {
  stripe.delay = 0;
  const known = { ...inlay, path: webhookPath };
  const asked = { known, unknown: known, ...reference };
  const figures = await interleave(effort.rounds, ['known', 'unknown', 'forward', 'insert', 'verify'], (name) => {
    const request = () =>
      name === 'forward'
        ? userRequest('POST', asked[name], 1)
        : webhookRequest(asked[name], name === 'unknown' ? 'acct_elsewhere' : 'acct_1');
    return p50(asked[name], repeat(effort.requests, request), PAUSE);
  });
  const row = ratioRows(figures, 'forward', 'ms');
  return [
    row('webhook acknowledged, Stripe at 0 ms, p50', 'known', { atMost: 1.8 }),
    row('  of an account we do not know', 'unknown', { atMost: 1.8 }),
    row('  compare: verify + one insert', 'insert'),
    row('  compare: verify alone', 'verify'),
  ];
}

async function growth({ stripe, effort, inlay }: Bench, full: Asked): Promise<Row[]> {
  stripe.delay = 0;
  const grown = { few: inlay, many: full };
  const [reads, writes] = [
    await interleave(effort.rounds, ['few', 'many'], (name) => {
      const asked = { ...grown[name], path: accountPath };
      const users = name === 'few' ? FEW : effort.many;
      return p50(
        asked,
        repeat(effort.requests, () => userRequest('GET', asked, anyUser(users))),
      );
    }),
    await interleave(effort.rounds, ['few', 'many'], (name) => {
      const asked = { ...grown[name], path: webhookPath };
      return p50(
        asked,
        repeat(effort.requests, () => webhookRequest(asked, 'acct_1')),
        PAUSE,
      );
    }),
  ];
  const size = `with ${effort.many.toExponential(0).replace('+', '')} users and events, floor 1e2`;
  return [
    ratioRows(reads, 'few', 'ms')(`GET /account ${size}`, 'many', { atMost: 1.3 }),
    ratioRows(writes, 'few', 'ms')(`webhook ${size}`, 'many', { atMost: 1.3 }),
  ];
}

function repeat<T>(times: number, make: () => T): T[] {
  return Array.from({ length: times }, make);
}

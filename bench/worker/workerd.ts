/** A built Worker in a workerd of its own, on a port that leads to it without anything of Miniflare's between. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { repository } from '../../scripts/wrangler.ts';

export interface Running {
  readonly port: number;
  /** One statement against the Worker's database. */
  readonly sql: (statement: string, ...values: (string | number)[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Cloudflare's rate limit binding counts in memory, on the machine that runs the Worker: so does `memory`, a call to
 * another Worker away. Miniflare's own reads and writes SQLite on every call, which is dearer than all else on the way.
 */
export type Limiter = 'memory' | 'sqlite';

const countingInMemory = `
import { WorkerEntrypoint } from 'cloudflare:workers';
const counts = new Map();
export class Limiter extends WorkerEntrypoint {
  limit({ key }) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return { success: true };
  }
}
export default {};`;

const names = ['USER_RATE_LIMIT', 'SITE_RATE_LIMIT'];
const named = <T>(make: (name: string) => T) => Object.fromEntries(names.map((name) => [name, make(name)]));
const limiters = {
  memory: { serviceBindings: named(() => ({ name: 'limiter', entrypoint: 'Limiter' })) },
  // Above anything a run can reach: what is measured is the asking, not the refusal.
  sqlite: { ratelimits: named((name) => ({ namespace_id: name, simple: { limit: 1e9, period: 60 as const } })) },
};

/** D1 as Miniflare's proxy hands it out. */
interface Database {
  prepare(sql: string): { bind(...values: (string | number)[]): { run(): Promise<unknown> } };
}

export async function startWorkerd(
  script: string,
  bindings: Record<string, string>,
  limiter: Limiter = 'memory',
): Promise<Running> {
  const worker = (name: string, contents: string) => ({
    name,
    modules: [{ type: 'ESModule' as const, path: `${name}.js`, contents }],
    compatibilityDate: '2026-10-23',
  });
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      workers: [
        {
          ...worker('measured', script),
          ...limiters[limiter],
          bindings,
          d1Databases: ['DB'],
          unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
        },
        worker('limiter', countingInMemory),
      ],
      cf: false,
      telemetry: { enabled: false },
      log: new Log(LogLevel.ERROR),
      handleStructuredLogs: () => {},
    }),
  );
  await miniflare.ready;
  const db: Database = await miniflare.getD1Database('DB', 'measured');
  return {
    port: Number((await miniflare.unsafeGetDirectURL('measured')).port),
    sql: async (statement, ...values) => {
      await db
        .prepare(statement)
        .bind(...values)
        .run();
    },
    stop: () => miniflare.dispose(),
  };
}

export async function migrate({ sql }: Running): Promise<void> {
  const folder = path.join(repository, 'worker/migrations');
  for (const file of readdirSync(folder).sort()) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const statements = text.replaceAll(/--.*$/gm, '').split(';');
    for (const statement of statements) if (statement.trim() !== '') await sql(statement);
  }
}

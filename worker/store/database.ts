/** The narrow door to D1: whatever goes wrong behind it is one error, and what D1 said of it is for the log. */
import { InlayError } from '../errors.ts';

export type Row = Record<string, unknown>;
export type Value = string | number | null;

export type Statement = readonly [sql: string, ...values: Value[]];

export interface Database {
  /** The first row, or null. One round trip. */
  first<T extends object>(sql: string, ...values: Value[]): Promise<T | null>;
  all<T extends object>(sql: string, ...values: Value[]): Promise<T[]>;
  /** @returns how many rows were written */
  run(sql: string, ...values: Value[]): Promise<number>;
  /** Several statements in one round trip and one transaction: all of them, or none. */
  batch(statements: readonly Statement[]): Promise<Row[][]>;
  /** The rows of two queries in one round trip. */
  both<One extends object, Other extends object>(one: Statement, other: Statement): Promise<[One[], Other[]]>;
}

export function openDatabase(d1: D1Database): Database {
  const prepare = (sql: string, values: Value[]) => d1.prepare(sql).bind(...values);
  return {
    first: (sql, ...values) => asked(() => prepare(sql, values).first()),
    all: (sql, ...values) => asked(async () => (await prepare(sql, values).all<never>()).results),
    run: (sql, ...values) => asked(async () => (await prepare(sql, values).run()).meta.changes),
    batch: (statements) =>
      asked(async () => {
        const results = await d1.batch<Row>(statements.map(([sql, ...values]) => prepare(sql, values)));
        return results.map((result) => result.results);
      }),
    both: (one, other) =>
      asked(async () => {
        const [first, second] = await d1.batch<never>([one, other].map(([sql, ...values]) => prepare(sql, values)));
        return [first?.results ?? [], second?.results ?? []];
      }),
  };
}

async function asked<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (thrown) {
    throw new InlayError('storage_unavailable', { reason: thrown instanceof Error ? thrown.message : 'D1 failed' });
  }
}

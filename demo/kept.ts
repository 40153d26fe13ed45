/** Secrets the demo makes up for itself, kept beside the database that they open, so that both outlive a restart. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const Kept = v.object({
  operatorKey: v.string(),
  encryptionKey: v.string(),
  /** Null until the demo's site exists. */
  siteKey: v.nullable(v.object({ id: v.string(), secret: v.string() })),
});
export type Kept = v.InferOutput<typeof Kept>;

const name = 'secrets.json';

export function readKept(folder: string): Kept {
  const file = path.join(folder, name);
  if (existsSync(file)) return v.parse(Kept, JSON.parse(readFileSync(file, 'utf8')));
  return {
    operatorKey: randomBytes(32).toString('hex'),
    encryptionKey: randomBytes(32).toString('base64'),
    siteKey: null,
  };
}

export function keep(folder: string, kept: Kept): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(folder, name), `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
}

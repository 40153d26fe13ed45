/** The widgets' bundle, which the Worker serves: built when missing or older than what it is made of. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../scripts/wrangler.ts';
import { DemoError } from './demo-error.ts';

const assets = 'dist/assets';
const bundle = `${assets}/inlay.js`;
const sources = ['widgets', 'worker/contract.ts', 'scripts/build.ts', 'vite.config.ts', 'package-lock.json'];

/** Milliseconds since the epoch of the newest file; 0 where there is none. */
export function newest(folder: string, names: readonly string[]): number {
  const times = names.map((name) => {
    const file = path.join(folder, name);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return 0;
    return found.isDirectory() ? newest(file, readdirSync(file)) : found.mtimeMs;
  });
  return Math.max(0, ...times);
}

export function isStale(folder: string): boolean {
  return newest(folder, [bundle]) <= newest(folder, sources);
}

export function buildBundle(log: (line: string) => void): void {
  if (!isStale(repository)) return;
  log('Building the widgets…');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: repository,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  if (status !== 0) throw new DemoError(`The widgets' bundle cannot be built.\n${stdout}${stderr}`);
}

/** A copy for a running Worker: a build empties its folder first, and wrangler does not get over that. */
export function copyBundle(folder: string): string {
  const copy = path.join(folder, 'assets');
  rmSync(copy, { recursive: true, force: true });
  cpSync(path.join(repository, assets), copy, { recursive: true });
  return copy;
}

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isStale } from './bundle.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'inlay-bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param seconds since the epoch, the file's modification time */
function write(name: string, seconds: number): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, seconds, seconds);
}

test('a bundle that is not there is built', () => {
  write('widgets/index.ts', 100);
  expect(isStale(folder)).toBe(true);
});

test('a bundle newer than its sources is kept', () => {
  write('widgets/index.ts', 100);
  write('dist/assets/inlay.js', 200);
  expect(isStale(folder)).toBe(false);
});

test.each(['widgets/shared/api.ts', 'worker/contract.ts', 'vite.config.ts', 'package-lock.json'])(
  'a change to %s has it built again',
  (source) => {
    write('widgets/index.ts', 100);
    write('dist/assets/inlay.js', 200);
    write(source, 300);
    expect(isStale(folder)).toBe(true);
  },
);

/**
 * What `npm ci` may install: only versions pinned exactly, only with a checksum, from whichever registry the machine
 * uses, and none below a version known to be bad (THREATS.md, "Supply chain").
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** The first version of each package without the hole that made us write it down. */
export const floors: Readonly<Record<string, string>> = {
  hono: '4.13.5',
  lit: '3.3.3',
  stripe: '22.6.2',
  vite: '8.0.16',
  vitest: '4.1.10',
  wrangler: '4.120.0',
};

const Versions = v.optional(v.record(v.string(), v.string()), {});

export const PackageJson = v.object({
  dependencies: Versions,
  devDependencies: Versions,
  optionalDependencies: Versions,
  overrides: Versions,
});
export type PackageJson = v.InferOutput<typeof PackageJson>;

export const LockFile = v.object({
  packages: v.record(
    v.string(),
    v.object({
      version: v.optional(v.string()),
      resolved: v.optional(v.string()),
      integrity: v.optional(v.string()),
      /** Shipped inside its parent's archive, whose checksum covers it. */
      inBundle: v.optional(v.boolean()),
    }),
  ),
});
export type LockFile = v.InferOutput<typeof LockFile>;

const exact = /^\d+\.\d+\.\d+$/;

function numbers(version: string): number[] {
  return version.split(/[.+-]/, 3).map(Number);
}

/** A pre-release such as `4.13.5-rc.1` comes before the release that it announces. */
export function isBelow(version: string, floor: string): boolean {
  const [left, right] = [numbers(version), numbers(floor)];
  for (const [position, wanted] of right.entries()) {
    const found = left[position] ?? 0;
    if (found !== wanted) return found < wanted;
  }
  return version.includes('-');
}

/**
 * One sentence for each thing to change; none when all is well.
 * @param needed packages that must be there, so that their floors check something
 */
export function problems(
  manifest: PackageJson,
  lock: LockFile,
  needed: readonly string[] = Object.keys(floors),
): string[] {
  const found: string[] = [];
  for (const [list, versions] of Object.entries(manifest)) {
    for (const [name, version] of Object.entries(versions)) {
      if (!exact.test(version)) found.push(`package.json: ${list}.${name} is "${version}": pin one version exactly.`);
    }
  }
  const seen = new Set<string>();
  for (const [location, entry] of Object.entries(lock.packages)) {
    if (location === '') continue;
    const name = location.slice(location.lastIndexOf('node_modules/') + 'node_modules/'.length);
    seen.add(name);
    if (entry.resolved !== undefined) {
      found.push(`package-lock.json: ${location} names a host (${entry.resolved}): leave "resolved" out.`);
    }
    if (entry.integrity === undefined && entry.inBundle !== true) {
      found.push(`package-lock.json: ${location} has no checksum ("integrity").`);
    }
    const floor = floors[name];
    if (floor !== undefined && isBelow(entry.version ?? '', floor)) {
      found.push(`package-lock.json: ${location} is ${entry.version}: take ${floor} or newer.`);
    }
  }
  for (const name of needed) {
    if (!seen.has(name)) found.push(`package-lock.json: ${name} is missing, so its floor checks nothing.`);
  }
  return found;
}

if (import.meta.main) {
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
  const found = [
    ...problems(v.parse(PackageJson, read('package.json')), v.parse(LockFile, read('package-lock.json'))),
    ...problems(
      v.parse(PackageJson, read('examples/package.json')),
      v.parse(LockFile, read('examples/package-lock.json')),
      ['hono', 'lit', 'vite'],
    ).map((problem) => `examples/${problem}`),
  ];
  for (const problem of found) console.error(problem);
  if (found.length > 0) process.exitCode = 1;
}

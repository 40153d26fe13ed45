import { expect, test } from 'vitest';
import { floors, isBelow, type LockFile, type PackageJson, problems } from './lock-floors.ts';

const manifest: PackageJson = {
  dependencies: { hono: '4.13.19' },
  devDependencies: {},
  optionalDependencies: {},
  overrides: {},
};

/** Every package with a floor, exactly at it. */
function lockAtFloors(more: LockFile['packages'] = {}): LockFile {
  const packages: LockFile['packages'] = { '': {} };
  for (const [name, version] of Object.entries(floors)) {
    packages[`node_modules/${name}`] = { version, integrity: 'sha512-x' };
  }
  return { packages: { ...packages, ...more } };
}

test('versions at their floors, pinned and with checksums, pass', () => {
  expect(problems(manifest, lockAtFloors())).toEqual([]);
});

test('a package below its floor is named, with the version to take', () => {
  const lock = lockAtFloors({ 'node_modules/hono': { version: '4.13.4', integrity: 'sha512-x' } });
  expect(problems(manifest, lock)).toEqual(['package-lock.json: node_modules/hono is 4.13.4: take 4.13.5 or newer.']);
});

test('a second copy deep in the tree is held to the same floor', () => {
  const lock = lockAtFloors({ 'node_modules/a/node_modules/vite': { version: '7.9.9', integrity: 'sha512-x' } });
  expect(problems(manifest, lock)).toEqual([expect.stringContaining('node_modules/a/node_modules/vite is 7.9.9')]);
});

test('a package that left the lock file takes its floor with it, and is named', () => {
  const lock = lockAtFloors();
  delete lock.packages['node_modules/lit'];
  expect(problems(manifest, lock)).toEqual([expect.stringContaining('lit is missing')]);
});

test('a project of less may lack a package, but not have one below its floor', () => {
  const lock = lockAtFloors({ 'node_modules/hono': { version: '4.13.4', integrity: 'sha512-x' } });
  delete lock.packages['node_modules/stripe'];
  expect(problems(manifest, lock, ['hono'])).toEqual([expect.stringContaining('hono is 4.13.4')]);
});

test.each(['^4.13.19', '~4.13.19', 'latest', '*', '4.x', 'github:honojs/hono', '4.13.19-rc.1'])(
  'the range %s in package.json is refused',
  (version) => {
    expect(problems({ ...manifest, dependencies: { hono: version } }, lockAtFloors())).toEqual([
      expect.stringContaining('dependencies.hono'),
    ]);
  },
);

test('a range in overrides is refused too', () => {
  expect(problems({ ...manifest, overrides: { rollup: '^4' } }, lockAtFloors())).toHaveLength(1);
});

test('a host in the lock file is refused', () => {
  const lock = lockAtFloors({
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-x', resolved: 'https://evil.test/a.tgz' },
  });
  expect(problems(manifest, lock)).toEqual([expect.stringContaining('https://evil.test/a.tgz')]);
});

test('an entry without a checksum is refused, unless its parent carries it', () => {
  const lock = lockAtFloors({
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a/node_modules/b': { version: '1.0.0', inBundle: true },
  });
  expect(problems(manifest, lock)).toEqual([expect.stringContaining('node_modules/a has no checksum')]);
});

test.each([
  ['4.13.4', '4.13.5', true],
  ['4.13.5', '4.13.5', false],
  ['4.13.10', '4.13.5', false],
  ['5.0.0', '4.13.5', false],
  ['4.9.99', '4.13.5', true],
  ['4.13.5-rc.1', '4.13.5', true],
  ['', '4.13.5', true],
])('%s is below %s: %s', (version, floor, expected) => {
  expect(isBelow(version, floor)).toBe(expected);
});

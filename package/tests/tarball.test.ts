import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import rootPackage from '../../package.json' with { type: 'json' };
import { elementsOf } from '../../scripts/docs/manifest.ts';
import { repository } from '../../scripts/wrangler.ts';
import { names } from '../../widgets/connect-embedded/components.ts';
import { installed, project, readPackageJson, tarball } from '../testing/places.ts';

const read = (file: string) => readFileSync(path.join(installed, file), 'utf8');
const files = readdirSync(installed, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => path.relative(installed, path.join(parentPath, name)));
const modules = files.filter((file) => file.endsWith('.js'));
const elements = elementsOf(JSON.parse(read('dist/custom-elements.json')));
const packageJson = readPackageJson();

const Named = v.object({ name: v.string() });
const Attribute = v.object({ name: v.string(), values: v.optional(v.array(Named)) });
const HtmlData = v.object({ tags: v.array(v.object({ name: v.string(), attributes: v.array(Attribute) })) });

/** What a module imports of others, at once or later. */
function imports(file: string): string[] {
  return [...read(file).matchAll(/(?:\bfrom |\bimport |\bimport\()["']([^"']+)["']/g)].map(([, name = '']) => name);
}

test('there is nothing in the package but what was built, its own descriptions and its license', () => {
  const others = files.filter((file) => !file.startsWith('dist/')).sort();
  expect(others).toEqual(['LICENSE', 'README.md', 'package.json']);
  expect(files.filter((file) => !/\.(js|js\.map|d\.ts|json)$/.test(file) && file.startsWith('dist/'))).toEqual([]);
  expect(files.filter((file) => /test|demo|wrangler|stripe-cli|\.dev\.vars/.test(file))).toEqual([]);
});

test('every export leads to files that are there', () => {
  const targets = Object.values(packageJson.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : [target.types, target.default],
  );
  for (const target of targets) {
    const names = target.includes('*') ? elements.map(({ tagName }) => target.replaceAll('*', tagName)) : [target];
    for (const name of names) expect(existsSync(path.join(installed, name)), name).toBe(true);
  }
});

test('every module is reached from an export, and imports what is there or what is a dependency', () => {
  const exported = modules.filter((file) => !/^dist\/(internal\/|cli\.js)/.test(file));
  const reached = new Set(exported);
  const packages = new Set<string>();
  for (const file of reached) {
    for (const name of imports(file)) {
      if (name.startsWith('.')) reached.add(path.join(path.dirname(file), name));
      else packages.add(name);
    }
  }
  expect([...reached].sort()).toEqual(modules.filter((file) => file !== 'dist/cli.js').sort());
  const needed = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies });
  expect([...packages].sort()).toEqual(needed.sort());
});

test('what an element loads later is in no chain of imports that come at once', () => {
  for (const { tagName } of elements) {
    expect(read(`dist/elements/${tagName}.js`)).not.toMatch(/import [^(].*(later|errors|details)\.js/);
  }
  expect(modules.filter((file) => /import\("\.\/later\.js"\)/.test(read(file))).length).toBeGreaterThanOrEqual(6);
});

test('modules with an effect when they are imported are exactly those that package.json names', () => {
  const named = packageJson.sideEffects.flatMap((pattern) => globSync(pattern, { cwd: installed }));
  const defining = modules.filter((file) => /^define\("/m.test(read(file)));
  expect(defining).toHaveLength(elements.length);
  expect(named.map((file) => path.normalize(file)).sort()).toEqual(['dist/index.js', ...defining].sort());
});

test('React takes every wrapper for code of the browser', () => {
  const wrappers = modules.filter((file) => /^dist\/react[./]/.test(file));
  expect(wrappers).toHaveLength(elements.length + 1);
  for (const file of wrappers) expect(read(file), file).toMatch(/^"use client";/);
});

test('declarations name no source file, and no package that is not installed along', () => {
  for (const file of files.filter((name) => name.endsWith('.d.ts'))) {
    expect(read(file), file).not.toMatch(/\.tsx?['"]/);
    for (const [, name = ''] of read(file).matchAll(/(?:^import .*from |import\()['"]([^.'"][^'"]*)['"]/gm)) {
      expect(['lit', '@lit/react', 'react', 'vue', 'svelte/elements'], `${file}: ${name}`).toContain(name);
    }
  }
});

test('editors offer each component that connect-embedded shows', () => {
  const tag = v
    .parse(HtmlData, JSON.parse(read('dist/vscode.html-custom-data.json')))
    .tags.find(({ name }) => name === 'connect-embedded');
  const offered = tag?.attributes.find(({ name }) => name === 'component')?.values?.map(({ name }) => name);
  expect(offered?.sort()).toEqual([...names].sort());
});

test('the version is the repository’s, and what it depends on is what it is tested with', () => {
  expect(packageJson.version).toBe(rootPackage.version);
  const tested = new Map<string, string>(
    Object.entries({ ...rootPackage.devDependencies, ...rootPackage.dependencies }),
  );
  for (const [name, range] of Object.entries(packageJson.dependencies))
    expect(range, name).toBe(`^${tested.get(name)}`);
});

test.each([
  ['publint', ['run', tarball, '--strict']],
  [
    'attw',
    [
      tarball,
      '--profile',
      'esm-only',
      '--include-entrypoints',
      ...elements.map(({ tagName }) => `elements/${tagName}`),
    ],
  ],
])('%s finds nothing to change', (name, args) => {
  const { stdout, status } = tool(name, args);
  expect(status, stdout).toBe(0);
});

function tool(name: string, args: readonly string[]) {
  return spawnSync(path.join(repository, 'node_modules/.bin', name), args, {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
}

import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../scripts/wrangler.ts';
import { project } from '../testing/places.ts';

/** As strict as can be, and looking into the package's own declarations. */
const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2024', 'DOM', 'DOM.Iterable'],
  jsx: 'react-jsx',
  types: [],
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
};

test.each([
  ['a bundler', { module: 'ESNext', moduleResolution: 'bundler' }],
  ['Node', { module: 'NodeNext', moduleResolution: 'NodeNext' }],
])('right uses of the types compile and wrong ones do not, resolved as by %s', (name, resolution) => {
  const folder = path.join(project, name.replace(' ', '-'));
  cpSync(path.join(repository, 'package/types'), folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  const tsconfig = { compilerOptions: { ...compilerOptions, ...resolution }, include: ['*'] };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  const { stdout } = spawnSync(path.join(repository, 'node_modules/.bin/tsc'), ['-p', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
});

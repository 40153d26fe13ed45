import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPage } from '../../scripts/docs/blocks.ts';
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

/** The page's own examples; Angular's needs Angular. */
const page = readFileSync(path.join(repository, 'docs/npm.md'), 'utf8');
const documented = readPage('docs/npm.md', page).blocks.filter(
  ({ language, text }) => /^tsx?$/.test(language) && !text.includes('@angular'),
);

test.each([
  ['a bundler', { module: 'ESNext', moduleResolution: 'bundler' }],
  ['Node', { module: 'NodeNext', moduleResolution: 'NodeNext' }],
])(
  'right uses of the types compile, those of the documentation too, and wrong ones do not, resolved as by %s',
  (name, resolution) => {
    const folder = path.join(project, name.replace(' ', '-'));
    cpSync(path.join(repository, 'package/types'), folder, { recursive: true });
    for (const [index, { text, language }] of documented.entries()) {
      writeFileSync(path.join(folder, `npm.md-${index + 1}.${language}`), text);
    }
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
    const tsconfig = { compilerOptions: { ...compilerOptions, ...resolution }, include: ['*'] };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
    const { stdout } = spawnSync(path.join(repository, 'node_modules/.bin/tsc'), ['-p', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  },
);

/**
 * The npm package in `package/dist`: ES modules for bundlers, one for each of ours, so that an app takes what it uses and
 * what an element loads later stays a file of its own. Lit and React are imported, not taken in.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Rollup } from 'vite';
import shared from '../vite.config.ts';
import { readElements } from './package-elements.ts';
import { placeOf, SOURCES } from './package-places.ts';
import { packageSources } from './package-sources.ts';
import { writeTypes } from './package-types.ts';
import { repository } from './wrangler.ts';

const output = path.join(repository, 'package/dist');
const sources = path.join(repository, SOURCES);
const declarations = path.join(repository, 'dist/package-types');

for (const folder of [output, sources, declarations]) rmSync(folder, { recursive: true, force: true });
for (const [file, content] of Object.entries(packageSources())) write(path.join(sources, file), content);

const SERVER = 'server/index';
const entries = [
  `${SOURCES}/index`,
  `${SOURCES}/react`,
  ...readElements().map(({ tagName }) => `widgets/${tagName}/${tagName}`),
];

await bundle(entries, { preserveModules: true, entryFileNames: fileOf, chunkFileNames: fileOf });
await bundle([SERVER], { entryFileNames: fileOf });
declare();
await writeTypes([...entries, SERVER], declarations, output);

async function bundle(modules: readonly string[], naming: Rollup.OutputOptions): Promise<void> {
  await build({
    ...shared,
    configFile: false,
    logLevel: 'warn',
    build: {
      ...shared.build,
      outDir: output,
      sourcemap: true,
      // Whoever bundles these files minifies them.
      minify: false,
      lib: { entry: modules.map((module) => path.join(repository, `${module}.ts`)), formats: ['es'] },
      rolldownOptions: {
        external: /^(?:lit|react|@lit|@shoelace-style)(?:$|\/)/,
        // "use client" is kept in modules that stay modules; check-package.ts looks.
        checks: { moduleLevelDirective: false },
        output: { ...naming, minify: false, comments: { legal: false, annotation: true, jsdoc: false } },
      },
    },
  });
}

function fileOf({ facadeModuleId, moduleIds: [first = ''] }: Rollup.PreRenderedChunk): string {
  return `${placeOf(path.relative(repository, facadeModuleId ?? first))}.js`;
}

function declare(): void {
  const { status, stdout } = spawnSync(path.join(repository, 'node_modules/.bin/tsc'), ['-p', 'package'], {
    cwd: repository,
    encoding: 'utf8',
  });
  if (status === 0) return;
  console.error(stdout);
  process.exit(1);
}

function write(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

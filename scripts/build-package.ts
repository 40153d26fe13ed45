/**
 * `npm run build:package`: the npm package in `package/dist`. ES modules for bundlers, one for each of ours, so that an app
 * takes what it uses and what an element loads later stays a file of its own. Lit and React are imported, not taken in.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Rollup } from 'vite';
import packageJson from '../package/package.json' with { type: 'json' };
import shared from '../vite.config.ts';
import { elementsOf } from './docs/manifest.ts';
import { writeDeclarations } from './package/declarations.ts';
import { htmlData, publishedManifest, webTypes } from './package/editors.ts';
import { frameworkTypes } from './package/frameworks.ts';
import { packageModules } from './package/modules.ts';
import { MODULES, placeOf } from './package/places.ts';
import { noWhiteSpace } from './white-space.ts';
import { repository } from './wrangler.ts';

const output = path.join(repository, 'package/dist');
const written = path.join(repository, MODULES);
const emitted = path.join(repository, 'dist/package-types');
const manifest = readFileSync(path.join(repository, 'widgets/custom-elements.json'), 'utf8');
const elements = elementsOf(JSON.parse(manifest));

const SERVER = 'server/index';
/** `npx inlay` */
const CLI = 'cli/inlay';
const entries = [
  `${MODULES}/index`,
  `${MODULES}/init`,
  `${MODULES}/tags`,
  `${MODULES}/react`,
  ...elements.map(({ tagName }) => `widgets/${tagName}/${tagName}`),
];

for (const folder of [output, written, emitted]) rmSync(folder, { recursive: true, force: true });
write(written, packageModules(elements));
await bundle(entries, { preserveModules: true, entryFileNames: fileOf, chunkFileNames: fileOf });
for (const alone of [SERVER, CLI]) await bundle([alone], { entryFileNames: fileOf });
emitDeclarations();
await writeDeclarations([...entries, SERVER], emitted, output);
write(output, {
  ...frameworkTypes(elements),
  // Where types alone are imported as a module is, there has to be one.
  'types-only.js': 'export {};\n',
  'custom-elements.json': json(publishedManifest(manifest)),
  'vscode.html-custom-data.json': json(htmlData(elements)),
  'web-types.json': json(webTypes(elements, packageJson.version)),
});
write(path.join(repository, 'package'), { 'README.md': readme() });

async function bundle(modules: readonly string[], naming: Rollup.OutputOptions): Promise<void> {
  await build({
    ...shared,
    configFile: false,
    logLevel: 'warn',
    plugins: [noWhiteSpace],
    build: {
      ...shared.build,
      outDir: output,
      sourcemap: true,
      // Whoever bundles these files minifies them.
      minify: false,
      lib: { entry: modules.map((module) => path.join(repository, `${module}.ts`)), formats: ['es'] },
      rolldownOptions: {
        external: /^(?:node:.*|(?:lit|react|@lit|@shoelace-style)(?:\/.*)?)$/,
        // "use client" is kept where modules stay modules; a test looks.
        checks: { moduleLevelDirective: false },
        output: { ...naming, minify: false, comments: { legal: false, annotation: true, jsdoc: false } },
      },
    },
  });
}

function fileOf({ facadeModuleId, moduleIds: [first = ''] }: Rollup.PreRenderedChunk): string {
  return `${placeOf(path.relative(repository, facadeModuleId ?? first))}.js`;
}

function emitDeclarations(): void {
  const tsc = path.join(repository, 'node_modules/.bin/tsc');
  const { status, stdout } = spawnSync(tsc, ['-p', 'package'], { cwd: repository, encoding: 'utf8' });
  if (status === 0) return;
  console.error(stdout);
  process.exit(1);
}

/** The package's own page of the documentation, which stands alone there. */
function readme(): string {
  const page = readFileSync(path.join(repository, 'docs/npm.md'), 'utf8');
  return page.replace(/\[([^\]]*)\]\((?!https?:|#)[^)]*\)/g, '$1').replace('# The npm package', '# Inlay');
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';
import { elementsOf } from '../../scripts/docs/manifest.ts';
import manifest from '../../widgets/custom-elements.json' with { type: 'json' };
import { project } from '../testing/places.ts';

/** As for the script tag, in scripts/sizes.ts. */
const LIMIT = 9 * 1024;

/** What a browser fetches before an app built by Vite runs: its entry, and what that imports at once. */
async function firstFiles(name: string, source: string): Promise<string[]> {
  const entry = path.join(project, `${name}.js`);
  writeFileSync(entry, source);
  const built = await build({
    root: project,
    configFile: false,
    logLevel: 'silent',
    mode: 'production',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: false },
    },
  });
  const outputs: Rollup.RollupOutput[] = [built].flat().filter((one) => 'output' in one);
  const chunks = outputs.flatMap(({ output }) => output).filter((one) => one.type === 'chunk');
  const first = new Set(chunks.filter(({ isEntry }) => isEntry));
  // A set grows while it is walked.
  for (const { imports } of first)
    for (const chunk of chunks.filter(({ fileName }) => imports.includes(fileName))) first.add(chunk);
  return [...first].map(({ code }) => code);
}

const sizeOf = (files: readonly string[]) => files.reduce((bytes, code) => bytes + brotliCompressSync(code).length, 0);

test('an app that imports one element and init has that element alone, and no more than the script tag has for it', async () => {
  const files = await firstFiles(
    'one-element',
    `import 'inlay/elements/connect-onboard-button';
     import { init } from 'inlay/init';
     init({ site: 'site_1', api: 'https://pay.example.com', tokenUrl: '/inlay/token' });`,
  );
  const bytes = sizeOf(files);
  console.log(`One element with init: ${bytes} bytes br of ${LIMIT}`);
  expect(bytes).toBeLessThanOrEqual(LIMIT);
  const defined = elementsOf(manifest).filter(({ tagName }) =>
    files.some((code) => new RegExp(`\\w\\([\`"']${tagName}[\`"'],`).test(code)),
  );
  expect(defined.map(({ tagName }) => tagName)).toEqual(['connect-onboard-button']);
});

test('init by itself is no element, and hardly anything', async () => {
  const bytes = sizeOf(await firstFiles('init-alone', "import { init } from 'inlay/init'; init({ site: 'site_1' });"));
  expect(bytes).toBeLessThan(512);
});

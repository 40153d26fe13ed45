/**
 * `npm run build`: the bundle in `dist/assets`.
 *
 *   v/<version>/…    the loader, and in a folder named after their content the elements: cached for a year
 *   inlay.js         the loader under a name that stays; fetches the elements from the same folder
 *   1/inlay.js       the same for the first major version, and for what comes before it
 *   inlay.iife.js    the same as a classic script, with the global `Inlay`
 *   openapi.json     the Worker's routes
 *   integrity.json   the hash of every script, those of this version first
 *
 * With `--keep https://pay.example.com` the other versions which that Worker serves are in it, too. All is made in a folder
 * beside it, which takes its place at the end: a build that fails leaves what was there.
 *
 * Each loader is bundled by itself, so that no element's code can ever import it, under whichever name, a second time.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { minify as terser } from 'terser';
import { build, type InlineConfig, mergeConfig, minify, type Plugin, type Rollup } from 'vite';
import packageJson from '../package.json' with { type: 'json' };
import shared from '../vite.config.ts';
import { aliasesOf } from './aliases.ts';
import { type Hashes, hashOf, KeepError, type Published, publishedBy, refuseChanges, writeKept } from './keep.ts';
import { noWhiteSpace } from './white-space.ts';
import { wordsWithoutKeys } from './words-without-keys.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({ options: { keep: { type: 'string' } }, allowPositionals: true });
/** Elsewhere only for tests: `node scripts/build.ts FOLDER`. */
const target = resolve(positionals[0] ?? join(root, 'dist/assets'));
const output = `${target}.next`;
const entry = join(root, 'widgets/index.ts');
const { version } = packageJson;
const immutable = `v/${version}`;
const aliases = aliasesOf(version);

/** Each of the two finds what the other has missed: together they save some bytes in every file. */
const minified: Plugin = {
  name: 'inlay:minified',
  async renderChunk(source, { fileName }) {
    const once = await minify(fileName, source, { module: true, sourcemap: true });
    const { code = '', map } = await terser(once.code, {
      module: true,
      ecma: 2020,
      compress: { passes: 3 },
      sourceMap: { content: JSON.stringify(once.map) },
    });
    return { code, map: typeof map === 'string' ? map : null };
  },
};

// Whatever runs the build: with another value Lit would come with its warnings for developers, at twice its size.
process.env.NODE_ENV = 'production';

try {
  await makeAll(values.keep === undefined ? null : await publishedBy(values.keep, version));
  await rm(target, { recursive: true, force: true });
  await rename(output, target);
} catch (error) {
  if (!(error instanceof KeepError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await rm(output, { recursive: true, force: true });
}

async function makeAll(published: Published | null): Promise<void> {
  await rm(output, { recursive: true, force: true });
  await mkdir(join(output, '1'), { recursive: true });
  const folder = await buildElements();
  for (const file of ['inlay.js', 'inlay.iife.js']) await buildLoader(`${immutable}/${file}`, folder);
  for (const file of aliases) await buildLoader(file, folder);
  const built = await hashes();
  if (published !== null) refuseChanges(version, built, published.hashes);
  const kept = published === null ? {} : await writeKept(published, output);
  await writeFile(join(output, 'integrity.json'), JSON.stringify({ ...built, ...kept }, null, 2));
  await copyFile(join(root, 'worker/openapi.json'), join(output, 'openapi.json'));
  await writeFile(join(output, '_headers'), await headers());
}

/**
 * Builds every element into a folder named after the content of all of them: their files can then have plain names, which
 * costs a page less than a hash in every one. Answers with the folder.
 */
async function buildElements(): Promise<string> {
  const unnamed = join(output, immutable, 'elements');
  const folders = await readdir(join(root, 'widgets'), { withFileTypes: true });
  const tags = folders.filter((entry) => entry.isDirectory() && entry.name.includes('-')).map(({ name }) => name);
  await run({
    plugins: [
      noWhiteSpace,
      wordsWithoutKeys,
      {
        // Messages for authors of templates, who make these mistakes before a build and not after it; and hooks for
        // polyfills of browsers that have none of the rest of what is needed here. And the name of its policy of Trusted
        // Types, which a page that has a Lit of its own may have made already, and may make once.
        name: 'inlay:no-part-of-lit-for-others',
        transform: {
          filter: { id: /node_modules\/(@lit\/reactive-element|lit-html|lit-element)\// },
          handler: (code) => ({
            code: code
              .replace('createPolicy("lit-html"', 'createPolicy("inlay-html"')
              .replace(/Error\("[^)]*"\)/g, 'Error()')
              .replace(/\w+\.(\w+PolyfillSupport|litElementHydrateSupport)\b/g, 'undefined')
              .replace(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g, '0'),
            map: null,
          }),
        },
      },
    ],
    build: {
      outDir: unnamed,
      lib: {
        entry: Object.fromEntries(tags.map((tag) => [tag, join(root, 'widgets', tag, `${tag}.ts`)])),
        formats: ['es'],
      },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          codeSplitting: {
            // Each piece goes where it is said to, without drawing what it imports along.
            includeDependenciesRecursively: false,
            groups: [
              {
                name: 'errors',
                test: /@shoelace-style|doctor\/scope-of|shared\/(catalogue|voice|error|inlay-error)|messages\/(en-errors|error-words)/,
              },
              { name: 'details', test: /shared\/(bank-list|formats|icons|list-items|money|more-tokens|payment-api)/ },
              { name: 'page', test: /shared\/(in-app-browser|news|keep-up|dress|turn)/ },
              {
                name: 'account',
                test: /connect-onboard-button\/(account-|transitions)|shared\/requirements|messages\/en-onboard/,
              },
              {
                name: 'element',
                test: /node_modules\/(?!@shoelace)|rolldown|shared\/(api|button|define|fill|flow|inlay-element|locale|settings|token|tokens\.styles)\.ts/,
              },
              {
                name: 'connect-onboard-button',
                test: /connect-onboard-button\/(onboarding|flow|first-words|connect-onboard-button\.styles|connect-onboard-button)\.ts|shared\/account-api/,
              },
              {
                name: 'link-bank-account',
                test: /link-bank-account\/(link-bank-account\.styles|link-bank-account|linking|flow|terms|first-words|narrowed)\.ts|shared\/bank-terms/,
              },
              {
                name: 'connect-embedded',
                test: /connect-embedded\/(connect-embedded\.styles|connect-embedded|embedding|flow)\.ts/,
              },
              {
                name: 'cashapp-save-method',
                test: /cashapp-save-method\/(cashapp-save-method\.styles|cashapp-save-method|saving|flow|terms|first-words)\.ts|shared\/setup-terms/,
              },
              {
                name: 'connect-checkout-button',
                test: /connect-checkout-button\/(connect-checkout-button\.styles|connect-checkout-button|buying|flow|first-words)\.ts|shared\/checkout-merchant/,
              },
            ],
          },
        },
      },
    },
  });
  // The bundler's own few lines are made of no source, and a header names a map of every file.
  const files = await readdir(unnamed);
  for (const file of files.filter((one) => one.endsWith('.js') && !files.includes(`${one}.map`)))
    await writeFile(join(unnamed, `${file}.map`), '{"version":3,"sources":[],"names":[],"mappings":""}');
  const content = createHash('sha256');
  for (const file of (await readdir(unnamed)).sort()) content.update(file).update(await readFile(join(unnamed, file)));
  const named = `${immutable}/${content.digest('hex').slice(0, 5)}`;
  await rename(unnamed, join(output, named));
  return named;
}

async function buildLoader(file: string, folder: string): Promise<void> {
  const classic = file.endsWith('.iife.js');
  const address = `\`./${relative(join('/', file, '..'), join('/', folder))}/\${tag}.js\``;
  // In a classic script of another origin a relative import has nothing to be relative to.
  const source = classic ? `new URL(${address}, address).href` : address;
  await run({
    ...(classic && { define: { 'import.meta.url': 'document.currentScript.src' } }),
    plugins: [
      {
        name: 'inlay:elements-by-address',
        enforce: 'pre',
        transform(code, id) {
          if (id !== entry) return null;
          const [before, after] = code.split(/import\(`\.\/\$\{tag\}\/\$\{tag\}\.ts`\)/);
          if (before === undefined || after === undefined) throw new Error('The loader loads no elements.');
          // Every line stays where it is.
          return { code: `${before}import(/* @vite-ignore */ ${source})${after}`, map: null };
        },
      },
    ],
    build: {
      outDir: output,
      lib: { entry, formats: [classic ? 'iife' : 'es'], name: 'Inlay', fileName: () => file },
    },
  });
}

async function run(config: InlineConfig): Promise<Rollup.RollupOutput['output'][number][]> {
  const own: InlineConfig = { ...shared, configFile: false, logLevel: 'warn', plugins: [minified] };
  const built = await build(mergeConfig<InlineConfig, InlineConfig>(own, config));
  return (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
}

/** What a page puts in `integrity`, for files whose content never changes. */
async function hashes(): Promise<Hashes> {
  const files = (await readdir(output, { recursive: true })).filter((file) => file.endsWith('.js')).sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, hashOf(await readFile(join(output, file)))] as const)),
  );
}

/**
 * What Workers static assets add to responses; the file itself is not served. Any page may load the bundle. Files that
 * never change are kept for a year, and name their source map here rather than in a line that every page would download.
 */
async function headers(): Promise<string> {
  const everywhere = [
    'Access-Control-Allow-Origin: *',
    'Cross-Origin-Resource-Policy: cross-origin',
    'X-Content-Type-Options: nosniff',
  ];
  const changing = 'Cache-Control: public, max-age=300, stale-while-revalidate=86400';
  const rules: [path: string, lines: string[]][] = [
    ['/*', everywhere],
    ['/v/*', ['Cache-Control: public, max-age=31536000, immutable']],
    // One rule for each folder of files: Cloudflare takes a hundred rules, and passes over the rest.
    ...['/v/:version', '/v/:version/:elements'].map((folder): [path: string, lines: string[]] => [
      `${folder}/:file.js`,
      [`SourceMap: ${folder}/:file.js.map`],
    ]),
    ...aliases.map((file): [path: string, lines: string[]] => [`/${file}`, [`SourceMap: /${file}.map`, changing]]),
  ];
  return rules.map(([path, lines]) => `${path}\n${lines.map((line) => `  ${line}\n`).join('')}`).join('');
}

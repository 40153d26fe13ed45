/**
 * Fails when the built bundle is larger than what was promised. Counted as a browser downloads it: every file brotli-coded
 * by itself, at 11. `npm run build` comes first.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** Elsewhere only for trials: `node scripts/sizes.ts FOLDER`. */
const assets = process.argv[2] ?? fileURLToPath(new URL('../dist/assets', import.meta.url));
const KB = 1024;

if (!existsSync(join(assets, 'inlay.js'))) {
  console.error('There is no bundle in dist/assets. Run `npm run build` first.');
  process.exit(1);
}

const loader = 'inlay.js';
const button = chunkOf('connect-onboard-button');
const status = chunkOf('connect-account-status');
const link = chunkOf('link-bank-account');
const list = chunkOf('linked-bank-accounts');
const save = chunkOf('cashapp-save-method');
const methods = chunkOf('saved-payment-methods');
const embedded = chunkOf('connect-embedded');
const buy = chunkOf('connect-checkout-button');

const firstClick = withStaticImports([loader, button]);
const onboarding = withStaticImports([loader, button, status]);
const banks = withStaticImports([loader, link, list]);
const allEight = withStaticImports([loader, button, status, link, list, save, methods, embedded, buy]);

/** Every language has sentences for what fails. */
const languages = globSync('v/*/*/??-errors.js', { cwd: assets })
  .map((file) => basename(file).slice(0, 2))
  .sort();

const rows: readonly (readonly [what: string, files: Iterable<string>, limit: number | null])[] = [
  ['script tag alone', [loader], 1.5 * KB],
  ['first element usable', firstClick, 9 * KB],
  ['link-bank-account usable', withStaticImports([loader, link]), 9 * KB],
  ['linked-bank-accounts shown', withStaticImports([loader, list]), 12 * KB],
  ['cashapp-save-method usable', withStaticImports([loader, save]), 9 * KB],
  ['saved-payment-methods shown', withStaticImports([loader, methods]), 12 * KB],
  ['connect-embedded usable', withStaticImports([loader, embedded]), 9 * KB],
  ['connect-checkout-button usable', withStaticImports([loader, buy]), 9 * KB],
  ['all eight elements usable', allEight, 24 * KB],
  ['both elements of onboarding, with all they ever load in English', withLater(onboarding), null],
  ['both elements of banks, with all they ever load in English', withLater(banks), null],
  ['all eight elements, with all they ever load in English', withLater(allEight), null],
  ...languages.map((language) => [`${language}, for the element that says most`, mostIn(language), 2.5 * KB] as const),
  ...languages.map((language) => [`${language}, for all eight elements`, wordsIn(language, allEight), null] as const),
];

let over = false;
for (const [what, files, limit] of rows) {
  const bytes = sum(files);
  over ||= limit !== null && bytes > limit;
  const promise = limit === null ? '' : bytes > limit ? `over ${limit}!` : `of ${limit}`;
  console.log(`${what.padEnd(63)} ${String(bytes).padStart(6)} bytes br ${promise}`);
  for (const file of files) console.log(`    ${file.padEnd(59)} ${String(compressed(file)).padStart(6)}`);
}
if (over) process.exitCode = 1;

function chunkOf(tag: string): string {
  const [file] = globSync(`v/*/*/${tag}.js`, { cwd: assets });
  if (file === undefined) throw new Error(`The bundle has no element ${tag}.`);
  return file;
}

function compressed(file: string): number {
  return brotliCompressSync(read(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function read(file: string): string {
  return readFileSync(join(assets, file), 'utf8');
}

function withStaticImports(files: Iterable<string>): Set<string> {
  const all = new Set(files);
  // A set grows while it is walked.
  for (const file of all) for (const imported of staticImports(file)) all.add(imported);
  return all;
}

/** And what these load when they need it. */
function withLater(files: ReadonlySet<string>): Set<string> {
  const all = new Set(files);
  for (const file of all) {
    const later = file === loader ? [] : dynamicImports(file).filter(isEnglish);
    for (const imported of [...staticImports(file), ...later]) all.add(imported);
  }
  return all;
}

function staticImports(file: string): string[] {
  return specifiers(file, /(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g);
}

function dynamicImports(file: string): string[] {
  return specifiers(file, /\bimport\(\s*["'`](\.[^"'`]+)["'`]\s*\)/g);
}

function specifiers(file: string, pattern: RegExp): string[] {
  return [...read(file).matchAll(pattern)].map(([, specifier = '']) => join(dirname(file), specifier));
}

/** Not a chunk of another language's words, which are named after it. */
function isEnglish(file: string): boolean {
  return !languages.some((language) => isIn(language, file));
}

function isIn(language: string, file: string): boolean {
  return basename(file).startsWith(`${language}-`);
}

/** All that elements ever load of a language. */
function wordsIn(language: string, files: ReadonlySet<string>): Set<string> {
  const loaded = [...withLater(files)].flatMap((file) => (file === loader ? [] : dynamicImports(file)));
  return new Set(loaded.filter((file) => isIn(language, file)));
}

function mostIn(language: string): Set<string> {
  const each = [button, status, link, list, save, methods, embedded, buy].map((element) =>
    wordsIn(language, withStaticImports([element])),
  );
  return each.reduce((most, words) => (sum(words) > sum(most) ? words : most));
}

function sum(files: Iterable<string>): number {
  return [...files].reduce((bytes, file) => bytes + compressed(file), 0);
}

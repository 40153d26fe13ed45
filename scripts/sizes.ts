/**
 * Fails when the built bundle is larger than what was promised. Counted as a browser downloads it: every file brotli-coded
 * by itself, at 11. `npm run build` comes first.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const assets = fileURLToPath(new URL('../dist/assets', import.meta.url));
const KB = 1024;

if (!existsSync(join(assets, 'inlay.js'))) {
  console.error('There is no bundle in dist/assets. Run `npm run build` first.');
  process.exit(1);
}

const loader = 'inlay.js';
const button = dynamicImports(loader).find((file) => file.includes('connect-onboard-button'));
const status = dynamicImports(loader).find((file) => file.includes('connect-account-status'));
if (button === undefined || status === undefined) throw new Error('The loader names no chunk for one of its elements.');

const firstClick = withStaticImports([loader, button]);
const afterwards = withStaticImports([...firstClick, ...[...firstClick].flatMap(dynamicImports).filter(isEnglish)]);

const rows: readonly (readonly [what: string, files: Iterable<string>, limit: number | null])[] = [
  ['script tag alone', [loader], 1.5 * KB],
  ['first element usable', firstClick, 9 * KB],
  ['both elements, with all they ever load in English', new Set([...afterwards, ...withStaticImports([status])]), null],
];

let over = false;
for (const [what, files, limit] of rows) {
  const bytes = [...files].reduce((sum, file) => sum + compressed(file), 0);
  over ||= limit !== null && bytes > limit;
  const promise = limit === null ? '' : bytes > limit ? `over ${limit}!` : `of ${limit}`;
  console.log(`${what.padEnd(52)} ${String(bytes).padStart(6)} bytes br ${promise}`);
  for (const file of files) console.log(`    ${file.padEnd(48)} ${String(compressed(file)).padStart(6)}`);
}
if (over) process.exitCode = 1;

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
  return !/\/(?!en)[a-z]{2}-[a-z]+-[\w-]+\.js$/.test(file);
}

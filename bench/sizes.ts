/** What travels: as a CDN compresses it at its best (brotli 11), and as Cloudflare counts a Worker (gzip 9). */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Built } from './build.ts';
import type { Row } from './table.ts';

/** A KB is 1024 bytes, as in the figures we are held to: Lit's 5,408 bytes are 5.3 KB there. */
export function sizeRows({ assets, worker, bareButton }: Built): Row[] {
  const first = filesOfFirstElement(assets).map((file) => readFileSync(file, 'utf8'));
  const kib = gzip([worker]) / 1024;
  return [
    browserRow('script tag alone', first.slice(0, 1), 1.5, "PayPal's loader 1.3 (issue)"),
    browserRow(`first element usable, ${first.length} files`, first, 9, `bare Lit ${kb(brotli([bareButton]))}`),
    {
      what: 'Worker, minified',
      figure: `${kib.toFixed(1)} KiB gz`,
      floor: 'Hono + SDK + JWT 47 (issue)',
      // Onboarding alone had 55; every flow since has added its routes.
      reach: '≤ 77 KiB',
      ok: kib <= 77,
    },
  ];
}

function browserRow(what: string, files: readonly string[], reach: number, floor: string): Row {
  const figure = `${kb(brotli(files))} KB br, ${kb(gzip(files))} gz`;
  return { what, figure, floor, reach: `≤ ${reach} KB br`, ok: brotli(files) <= reach * 1024 };
}

/** The loader, the module it loads for the button, and all that this imports before it runs. */
export function filesOfFirstElement(assets: string): string[] {
  const [element] = globSync('v/*/*/connect-onboard-button.js', { cwd: assets });
  if (element === undefined) throw new Error('The bundle has no connect-onboard-button.');
  const files = new Set([path.join(assets, 'inlay.js'), path.join(assets, element)]);
  for (const file of files) {
    // Static imports stand at the start of a built file.
    const head = /^(?:import[^;()]*?["'][^"']+["'];?\s*)*/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
    for (const [, name = ''] of head.matchAll(/["'](\.[^"']+)["']/g)) files.add(path.join(path.dirname(file), name));
  }
  return [...files];
}

const brotli = (files: readonly string[]) =>
  sum(files, (file) => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length);
const gzip = (files: readonly string[]) => sum(files, (file) => gzipSync(file, { level: 9 }).length);
const sum = (files: readonly string[], size: (file: string) => number) =>
  files.reduce((total, file) => total + size(file), 0);
const kb = (bytes: number) => (bytes / 1024).toFixed(2);

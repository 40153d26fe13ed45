/** Tables that people wrote, held against what they are about. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { ErrorCode } from '../worker/contract.ts';
import { meaningOf } from '../worker/errors.ts';
import { SiteSettings } from '../worker/rules/site-settings.ts';
import { repository } from './wrangler.ts';

const read = (file: string) => readFileSync(path.join(repository, file), 'utf8');
const cells = (row: string) => row.split('|').map((cell) => cell.trim());
const codesIn = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].flatMap(([, code]) => code ?? []);

it('docs/errors.md names every code there is and no other, each with its status', () => {
  const rows = read('docs/errors.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map(cells);
  const documented = rows.flatMap(([, codes]) => codesIn(codes));
  expect(documented.toSorted()).toEqual([...ErrorCode.options].toSorted());
  const wrong = rows.filter(([, codes = '', statuses = '']) => {
    const real = ErrorCode.options.filter((code) => codesIn(codes).includes(code));
    const said = new Set(statuses.split(', ').map(Number));
    return (
      real.some((code) => !said.has(meaningOf(code).status)) ||
      said.size !== new Set(real.map((code) => meaningOf(code).status)).size
    );
  });
  expect(wrong).toEqual([]);
});

it('docs/going-live.md names every setting of a site and every secret of the Worker', () => {
  const page = read('docs/going-live.md');
  const secrets = /"required": \[([^\]]*)\]/.exec(read('worker/wrangler.jsonc'))?.[1]?.match(/\w+/g) ?? [];
  expect(secrets.length).toBeGreaterThan(0);
  const missing = [...Object.keys(SiteSettings.entries), ...secrets].filter((name) => !page.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});

it('README says of every package that is installed, and of no other, why it is', () => {
  const [, table = ''] = /### Dependencies\n\n([\s\S]*?)(?:\n\n|$)/.exec(read('README.md')) ?? [];
  const rows = table.trim().split('\n').slice(2).map(cells);
  // The examples' own stand in their package.json, which one row names.
  const named = rows.flatMap(([, packages = '']) =>
    packages.replace(/\((?:dev|optional)\)|.*`examples\/package\.json`/g, '').split(/[,;]/),
  );
  const { dependencies, devDependencies, optionalDependencies } = packageJson;
  const installed = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(
    named
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .toSorted(),
  ).toEqual(installed.toSorted());
});

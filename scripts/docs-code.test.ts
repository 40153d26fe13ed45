import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import manifest from '../widgets/custom-elements.json' with { type: 'json' };
import { ErrorBody } from '../worker/contract.ts';
import { type Block, pages, readPage } from './docs/blocks.ts';
import { cssFaults } from './docs/css-check.ts';
import { isExcerpt } from './docs/excerpts.ts';
import { componentFaults, htmlFaults } from './docs/html-check.ts';
import { elementsOf } from './docs/manifest.ts';
import { syntaxFaults } from './docs/script-check.ts';
import { nodeFaults, shellFaults } from './docs/shell-check.ts';
import { repository } from './wrangler.ts';

const elements = elementsOf(manifest);
const all = pages();
const blocks = all.flatMap(({ blocks }) => blocks);
const inExamples = ({ text }: Block) => (isExcerpt(text) ? [] : ['this is in no file of examples/, word for word']);

/** By language; faults of each. Those without an entry have no business in the documentation. */
const checks: Readonly<Record<string, (block: Block) => readonly string[]>> = {
  html: ({ text }) =>
    htmlFaults(text, elements, (kind, inner) =>
      kind === 'style' ? cssFaults(inner, elements) : syntaxFaults(inner, kind),
    ),
  css: ({ text }) => cssFaults(text, elements),
  sh: ({ text }) => shellFaults(text),
  json: ({ text }) => jsonFaults(text),
  http: ({ text }) => httpFaults(text),
  text: ({ text }) => folderFaults(text),
  python: inExamples,
  ruby: inExamples,
  php: inExamples,
  go: inExamples,
  // Their scripts are checked with TypeScript.
  vue: component,
  svelte: component,
  astro: inExamples,
  js: ({ text }) => syntaxFaults(text, 'module'),
  // All at once, with the package installed: package/tests/docs.test.ts.
  ts: () => [],
  tsx: () => [],
  // Nothing here can compile these; the pages say so.
  swift: ({ file }) => uncompiled(file),
  kotlin: ({ file }) => uncompiled(file),
};

function component({ text }: Block): readonly string[] {
  return isExcerpt(text) ? [] : componentFaults(text, elements);
}

function jsonFaults(text: string): string[] {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('error' in value)) return [];
  const read = v.safeParse(ErrorBody, value);
  return read.success ? [] : [`not an error of the Worker's: ${read.issues[0].message}`];
}

/** A request is sent to the Worker by worker/docs.test.ts; headers alone are those of a page. */
function httpFaults(text: string): string[] {
  if (/^(GET|POST|PATCH|DELETE) https:\/\/pay\.example\.com\//.test(text)) return [];
  const bad = text.split('\n').filter((line) => !/^[A-Z][\w-]+: \S/.test(line));
  const policy = /^Content-Security-Policy: (.*)$/m.exec(text)?.[1]?.split(';') ?? [];
  const directives = policy.map((directive) => directive.trim().split(' ')[0] ?? '').filter((name) => name !== '');
  return [
    ...bad.map((line) => `neither a request to pay.example.com nor a header: ${line}`),
    ...directives
      .filter(
        (name) =>
          !/^(default|script|connect|frame|img|style|font|form|base|frame|object|require|trusted|worker)-[a-z-]+$|^(sandbox|trusted-types)$/.test(
            name,
          ),
      )
      .map((name) => `there is no directive ${name}`),
  ];
}

function folderFaults(text: string): string[] {
  const folders = [...text.matchAll(/(?:^|\s{5})([a-z]+)\/(?=\s{2,})/gm)].flatMap(([, name]) => name ?? []);
  return folders.filter((name) => !existsSync(path.join(repository, name))).map((name) => `there is no folder ${name}`);
}

function uncompiled(file: string): string[] {
  const page = all.find((one) => one.file === file);
  return page?.prose.includes('not been compiled here')
    ? []
    : ['the page has to say that this has not been compiled here'];
}

function faultsOf(block: Block): string[] {
  const check = Object.hasOwn(checks, block.language) ? checks[block.language] : undefined;
  if (check === undefined) return [`${block.place}: no check for a block in "${block.language}"`];
  try {
    return check(block).map((fault) => `${block.place}: ${fault}`);
  } catch (thrown) {
    return [`${block.place}: ${thrown instanceof Error ? thrown.message : thrown}`];
  }
}

it('every block of code in README and docs holds what the check of its language asks', () => {
  expect(blocks.flatMap(faultsOf)).toEqual([]);
});

it('no page has anybody run TypeScript with a Node that cannot', () => {
  const texts = [
    ...all.flatMap(({ file, prose }) => prose.split('\n\n').map((text) => ({ place: file, text }))),
    ...blocks.filter(({ language }) => language !== 'sh'),
  ];
  expect(texts.flatMap(({ place, text }) => nodeFaults(text).map((fault) => `${place}: ${fault}`))).toEqual([]);
});

it('the page that README gives to copy is the example that is driven in browsers', () => {
  const page = blocks.find(({ file, text }) => file === 'README.md' && text.startsWith('<!doctype html>'));
  expect(page?.text).toBe(readFileSync(path.join(repository, 'examples/plain-html/index.html'), 'utf8').trimEnd());
});

it('two blocks alone cannot be compiled here', () => {
  expect(blocks.filter(({ language }) => /^(swift|kotlin)$/.test(language)).map(({ file }) => file)).toEqual([
    'docs/bank-accounts.md',
    'docs/bank-accounts.md',
  ]);
});

describe('a check finds', () => {
  const faults = (language: string, text: string) =>
    readPage('docs/x.md', `\`\`\`${language}\n${text}\n\`\`\``).blocks.flatMap(faultsOf).join('\n');

  it.each([
    ['html', '<connect-onboard-button presentation="frame"></connect-onboard-button>', 'one of auto, redirect, popup'],
    ['html', '<connect-onboard-button colour="red"></connect-onboard-button>', 'no attribute colour'],
    ['html', '<link-bank-account><b slot="continue"></b></link-bank-account>', 'no slot continue'],
    ['html', '<p><connect-onboard-button></p>', '</p> closes <connect-onboard-button>'],
    ['html', '<script src="https://pay.example.com/inlay.js" data-token="/t"></script>', 'takes no data-token'],
    ['html', '<script>const = 1</script>', 'docs/x.md:2'],
    ['css', 'p { --inlay-colour-primary: red }', 'no variable --inlay-colour-primary'],
    ['css', 'connect-onboard-button::part(knob) { color: red }', 'no part knob'],
    ['css', 'p { color red }', 'docs/x.md:2'],
    ['sh', 'npm run deplyo', 'no script deplyo'],
    ['sh', 'npm run site -- change site_1 --bank \'{ "permissions": ["all"] }\'', 'bank:'],
    ['sh', 'npm run site -- change site_1 --banks x', 'knows no --banks'],
    ['sh', 'if true', 'docs/x.md:2'],
    ['sh', 'node scripts/sizes.ts', 'TypeScript needs Node 22.18'],
    ['sh', 'npm ci && node --enable-source-maps scripts/sizes.ts', 'there is no --enable-source-maps'],
    ['json', '{ "a": }', 'docs/x.md:2'],
    ['json', '{ "error": { "code": "oops" } }', 'not an error'],
    ['http', 'POST /v1/tokens', 'neither a request'],
    ['js', 'const = 1;', 'docs/x.md:2'],
    ['vue', '<template><connect-onboard-button @inlay-done="go" /></template>', 'no event inlay-done'],
    ['svelte', '<connect-onboard-button colour="red" oninlay-success={() => {}} />', 'no attribute colour'],
    ['python', 'import nothing', 'in no file of examples/'],
    ['cobol', 'DISPLAY "x".', 'no check for a block in "cobol"'],
  ])('in %s: %s', (language, text, fault) => {
    expect(faults(language, text)).toContain(fault);
  });
});

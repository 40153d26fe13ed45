/** Each of the thirty complaints of complaints.ts ends in tests that exist, or in a behaviour that is documented. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { complaints, type Evidence } from './complaints.ts';
import { type TestsInFile, testsIn } from './tests-in.ts';
import { repository } from './wrangler.ts';

const read = (file: string) => {
  const place = path.join(repository, file);
  return existsSync(place) ? readFileSync(place, 'utf8') : '';
};

function fault(evidence: Evidence): string | null {
  if ('docs' in evidence) {
    const page = read(evidence.docs).replace(/\s+/g, ' ');
    return page.includes(evidence.says) ? null : `${evidence.docs} does not say: ${evidence.says}`;
  }
  const { test: file, name } = evidence;
  const { tests, leftOut } = known(file);
  const found = tests.filter((one) => one.name === name);
  if (found.length === 0) return `${file} has no test: ${name}`;
  if (found.some(({ conditional }) => conditional)) return `${file} has it on a condition alone: ${name}`;
  return leftOut.length === 0 ? null : `${file} leaves out tests, by ${leftOut[0]}`;
}

const files = new Map<string, TestsInFile>();

function known(file: string): TestsInFile {
  const tests = files.get(file) ?? testsIn(file, read(file));
  files.set(file, tests);
  return tests;
}

it('there are thirty', () => {
  expect(complaints.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

it.each(complaints)('$number: $complaint', ({ evidence }) => {
  expect(evidence.map(fault).filter((one) => one !== null)).toEqual([]);
});

describe('evidence that is none is found', () => {
  it.each<[string, Evidence]>([
    ['has no test', { test: 'scripts/complaints.test.ts', name: 'there are thirty-one' }],
    ['has no test', { test: 'scripts/nowhere.test.ts', name: 'there are thirty' }],
    ['does not say', { docs: 'docs/security.md', says: 'Nothing can go wrong.' }],
  ])('%s', (says, evidence) => {
    expect(fault(evidence)).toContain(says);
  });
});

describe('a test', () => {
  it.each([
    ["it('a', () => {});", ['a'], []],
    [`test(\`a \${1} b \${2}\`, async () => {});`, ['a … b …'], []],
    ["describe('x', () => { it.each([1])('a %s', (one) => {}); });", ['a %s'], []],
    [`test.describe('x', () => { for (const one of [1]) test(\`a \${one}\`, () => {}); });`, ['a …'], []],
    ["// it('a', () => {});", [], []],
    ["/* it('a', () => {}); */ const text = \"it('b', () => {})\";", [], []],
    ["describe.skipIf(x)('x', () => { it('a', () => {}); });", ['a'], ['describe.skipIf']],
    ["it.runIf(x)('a', () => {});", ['a'], ['it.runIf']],
    ["it.only('a', () => {});", ['a'], ['it.only']],
    ["it('a', function () { this.skip(); });", ['a'], ['this.skip']],
  ])('is what the syntax of its file has: %s', (text, names, leftOut) => {
    const found = testsIn('x.test.ts', text);
    expect(found.tests.map(({ name }) => name)).toEqual(names);
    expect([...new Set(found.leftOut)]).toEqual(leftOut);
  });

  it.each(["if (false) it('a', () => {});", "x && it('a', () => {});", "x ? it('a', () => {}) : null;"])(
    'may stand on no condition: %s',
    (text) => {
      expect(testsIn('x.test.ts', text).tests).toEqual([{ name: 'a', conditional: true }]);
    },
  );
});

/** Each of the thirty complaints of complaints.ts ends in tests that exist, or in a behaviour that is documented. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { complaints, type Evidence } from './complaints.ts';
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
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '\\$\\{[^`]*?\\}');
  const text = read(file);
  const call = new RegExp(`(?:\\b(?:it|test)|\\]\\))\\(\\s*(?:'${escaped}'|"${escaped}"|\`${escaped}\`)`);
  if (!call.test(text)) return `${file} has no test: ${name}`;
  return /\b(?:it|test|describe)\.(?:skip|todo|fixme|fails)\b/.test(text) ? `${file} skips tests` : null;
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

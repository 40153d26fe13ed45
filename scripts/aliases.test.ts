import { expect, test } from 'vitest';
import { aliasesOf } from './aliases.ts';

test.each(['0.1.0', '0.12.3', '1.0.0', '1.20.0'])('version %s is found under the first major version', (version) => {
  expect(aliasesOf(version)).toContain('1/inlay.js');
});

test.each(['2.0.0', '10.1.0'])('version %s is not built before it has an alias of its own', (version) => {
  expect(() => aliasesOf(version)).toThrow('scripts/aliases.ts');
});

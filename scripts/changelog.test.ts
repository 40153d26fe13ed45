import { expect, test } from 'vitest';
import { changesOf, releaseIn } from './changelog.ts';

const before = `# Changelog

## [Unreleased]

### Fixed

- A button that was pressed twice.

## [0.1.0] - 2026-11-01

- The first.
`;

test('what is unreleased gets its version and its day, and what was released stays', () => {
  const after = releaseIn(before, '0.2.0', '2026-12-01');
  expect(after).toBe(before.replace('## [Unreleased]', '## [Unreleased]\n\n## [0.2.0] - 2026-12-01'));
  expect(changesOf(after, '0.2.0')).toBe('### Fixed\n\n- A button that was pressed twice.');
  expect(changesOf(after, '0.1.0')).toBe('- The first.');
  expect(changesOf(after, '0.1')).toBe(null);
});

test('a release that is done again changes nothing', () => {
  const once = releaseIn(before, '0.2.0', '2026-12-01');
  expect(releaseIn(once, '0.2.0', '2026-12-02')).toBe(once);
});

test('what was added after a release is not lost in it: it needs a version of its own', () => {
  const once = releaseIn(before, '0.2.0', '2026-12-01');
  const more = once.replace('## [Unreleased]\n', '## [Unreleased]\n\n- One more.\n');
  expect(() => releaseIn(more, '0.2.0', '2026-12-02')).toThrow('has 0.2.0 already');
  expect(releaseIn(more, '0.2.1', '2026-12-02')).toContain('## [0.2.1] - 2026-12-02\n\n- One more.');
});

test('there is no release of nothing', () => {
  const after = releaseIn(before, '0.2.0', '2026-12-01');
  expect(() => releaseIn(after, '0.3.0', '2026-12-02')).toThrow('says nothing');
  expect(() => releaseIn('# Changelog\n', '0.3.0', '2026-12-02')).toThrow('needs one line');
});

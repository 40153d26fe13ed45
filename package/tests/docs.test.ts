import path from 'node:path';
import { expect, test } from 'vitest';
import { pages, readPage } from '../../scripts/docs/blocks.ts';
import { isExcerpt } from '../../scripts/docs/excerpts.ts';
import { scriptFaults } from '../../scripts/docs/script-check.ts';
import { project } from '../testing/places.ts';

const folder = path.join(project, 'docs');

test('every block of TypeScript, and every script of a component, in README and docs compiles with the package installed, or is an example’s', () => {
  const blocks = pages().flatMap((page) => page.blocks);
  const scripts = blocks.filter(({ language, text }) => /^(ts|tsx|vue|svelte)$/.test(language) && !isExcerpt(text));
  expect(scripts.length).toBeGreaterThan(0);
  expect(scriptFaults(scripts, folder)).toEqual([]);
});

test('a block with a type that is not so is found, with its line', () => {
  const { blocks } = readPage('docs/x.md', "```ts\nimport { init } from 'inlay';\n\ninit({ sites: 1 });\n```");
  expect(scriptFaults(blocks, folder).join()).toMatch(/^docs\/x\.md:4: .*sites/);
});

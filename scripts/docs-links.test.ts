import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pages, readPage } from './docs/blocks.ts';
import { repository } from './wrangler.ts';

const all = pages();

/** What is wrong with a link, or null. Only this repository's own are followed. */
function fault(from: string, target: string): string | null {
  if (/^https?:/.test(target)) return null;
  const [name = '', fragment] = target.split('#');
  const file = name === '' ? from : path.join(path.dirname(from), name);
  if (!existsSync(path.join(repository, file))) return `there is no ${file}`;
  const page = all.find((one) => one.file === file);
  if (fragment === undefined || page?.anchors.has(fragment)) return null;
  return `${file} has no heading #${fragment}`;
}

it('every link in README and docs leads to a page and a heading that exist', () => {
  const faults = all.flatMap(({ file, links }) =>
    links.flatMap(({ place, target }) => {
      const wrong = fault(file, target);
      return wrong === null ? [] : [`${place}: ${wrong}`];
    }),
  );
  expect(faults).toEqual([]);
});

it('every page is linked from the index of docs and from README', () => {
  for (const index of ['README.md', 'docs/README.md']) {
    const linked = all
      .filter(({ file }) => file === index)
      .flatMap(({ links }) => links.map(({ target }) => path.join(path.dirname(index), target.split('#')[0] ?? '')));
    const missing = all.filter(({ file }) => file.startsWith('docs/') && file !== index && !linked.includes(file));
    expect(missing.map(({ file }) => file)).toEqual([]);
  }
});

it('a link to nowhere is found', () => {
  const { links } = readPage(
    'docs/made-up.md',
    'See [there](nowhere.md), [here](#nothing) and [that](README.md#no-such).',
  );
  expect(links.map(({ target }) => fault('docs/made-up.md', target))).toEqual([
    'there is no docs/nowhere.md',
    'there is no docs/made-up.md',
    'docs/README.md has no heading #no-such',
  ]);
});

/** Blocks that stand word for word in one of the example apps, which are built and driven by tests of their own. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../wrangler.ts';

let examples: readonly string[] | undefined;

/** Lines of an example that are indented may stand at the margin of a page. */
export function isExcerpt(block: string): boolean {
  examples ??= textsIn('examples').map(atMargin);
  return examples.some((example) => example.includes(atMargin(block)));
}

function atMargin(text: string): string {
  return text.replace(/^[ \t]+/gm, '').trim();
}

function textsIn(folder: string): string[] {
  return readdirSync(path.join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|dist|e2e|\..*)$/.test(entry.name) ? [] : textsIn(place);
    return /\.(json|lock)$/.test(entry.name) ? [] : [readFileSync(path.join(repository, place), 'utf8')];
  });
}

/** The documentation as its tests read it: pages, their headings, links and blocks of code, each with its place. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../wrangler.ts';
import { anchor } from './markdown.ts';

export interface Block {
  /** `docs/tokens.md:42`, for messages. */
  readonly place: string;
  readonly file: string;
  readonly language: string;
  readonly text: string;
  /** The block right after it is that request's answer, or another step. */
  readonly next: Block | undefined;
}

export interface Page {
  /** From the repository's root. */
  readonly file: string;
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly { readonly place: string; readonly target: string }[];
  readonly blocks: readonly Block[];
  /** Without its blocks. */
  readonly prose: string;
}

export function pages(): Page[] {
  const docs = readdirSync(path.join(repository, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...docs.sort().map((name) => `docs/${name}`)].map((file) =>
    readPage(file, readFileSync(path.join(repository, file), 'utf8')),
  );
}

export function readPage(file: string, text: string): Page {
  const lines = text.split('\n');
  const blocks: { -readonly [key in keyof Block]: Block[key] }[] = [];
  const anchors = new Set<string>();
  const links: { place: string; target: string }[] = [];
  const prose: string[] = [];
  let open: { language: string; at: number; indent: number } | undefined;
  let sinceBlock = '';
  for (const [index, line] of lines.entries()) {
    const fence = /^(\s*)```(\S*)/.exec(line);
    if (open !== undefined) {
      if (fence === null) continue;
      const { at, indent, language } = open;
      const body = lines.slice(at + 1, index).map((one) => one.slice(indent));
      const block = { place: `${file}:${at + 2}`, file, language, text: body.join('\n'), next: undefined };
      const last = blocks.at(-1);
      if (last !== undefined && sinceBlock.trim() === '') last.next = block;
      blocks.push(block);
      sinceBlock = '';
      open = undefined;
    } else if (fence !== null) {
      open = { language: fence[2] ?? '', at: index, indent: fence[1]?.length ?? 0 };
    } else {
      prose.push(line);
      sinceBlock += line;
      const heading = /^#+ (.*)$/.exec(line)?.[1];
      if (heading !== undefined) anchors.add(anchor(heading));
      for (const [, target = ''] of line.matchAll(/\]\(([^)\s]+)\)/g))
        links.push({ place: `${file}:${index + 1}`, target });
    }
  }
  if (open !== undefined) throw new Error(`${file}:${open.at + 1}: this block of code never ends.`);
  return { file, anchors, links, blocks, prose: prose.join('\n') };
}

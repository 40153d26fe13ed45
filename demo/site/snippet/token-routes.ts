/** The token route for a stack. Its text is that of an example, or of the docs, where it is tried, with the page's own values. */
import { existsSync, readFileSync } from 'node:fs';
import { scopeOf } from '../../../doctor/scope-of.ts';
import type { Wanted } from './wanted.ts';

interface Source {
  readonly value: string;
  readonly label: string;
  /** Of the repository. */
  readonly file: string;
  /** Of a page of Markdown, the first block in this language. */
  readonly block?: string;
}

const sources: readonly Source[] = [
  { value: 'express', label: 'Express', file: 'examples/token-route-express/server.ts' },
  { value: 'hono', label: 'Hono', file: 'examples/token-route-hono/server.ts' },
  { value: 'next', label: 'Next', file: 'examples/next/app/inlay/token/route.ts' },
  { value: 'python', label: 'Python', file: 'examples/tokens/python/inlay_token.py' },
  { value: 'ruby', label: 'Ruby', file: 'examples/tokens/ruby/inlay_token.rb' },
  { value: 'php', label: 'PHP', file: 'examples/tokens/php/inlay_token.php' },
  { value: 'go', label: 'Go', file: 'examples/tokens/go/inlay_token.go' },
  { value: 'http', label: 'Anything else: ask the Worker', file: 'docs/tokens.md', block: 'http' },
];

const there = (file: string) => new URL(`../../../${file}`, import.meta.url);

export const backends: readonly Source[] = sources.filter(({ file }) => existsSync(there(file)));

/** What a token has to be good for; Checkout needs none. */
export function scopesOf(tags: readonly string[]): string[] {
  return [...new Set(tags.flatMap((tag) => scopeOf(tag) ?? []))];
}

export function tokenRoute({ backend, elements, site, worker, tokenUrl }: Wanted): string {
  const source = backends.find(({ value }) => value === backend) ?? backends[0];
  if (source === undefined) return '';
  const scopes = scopesOf(elements.map(({ tag }) => tag));
  // Someone who buys need not be anybody.
  if (scopes.length === 0) return '';
  return (
    textOf(source, readFileSync(there(source.file), 'utf8'))
      .replaceAll('site_…', site)
      .replaceAll('https://pay.example.com', worker)
      // A route is a path; what follows in the page's address is for the route itself.
      .replaceAll('/inlay/token', tokenUrl.replace(/\?.*$/, ''))
      .replaceAll(
        /([[{])(["'])onboard\2(?:, *["']bank["'])?([\]}])/g,
        (_, open: string, quote: string, close: string) =>
          [open, scopes.map((scope) => `${quote}${scope}${quote}`).join(', '), close].join(''),
      )
  );
}

export function textOf({ block }: Source, text: string): string {
  if (block === undefined) return text.trimEnd();
  return new RegExp(`\`\`\`${block}\\b[^\\n]*\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1]?.trimEnd() ?? '';
}

/** The tags of HTML as it was sent: enough of a tokenizer to find the script tag and the elements, and no more. */
import type { Tag } from '../../doctor/page-tags.ts';

/** A comment, or a tag that opens: in values in quotes a `>` is a character like any other. */
const MARKUP = /<!--[\s\S]*?(?:-->|$)|<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?/g;
/** In these no tag begins but their own end. */
const RAW = /^(script|style|textarea|title|noscript|template)$/;

export function tagsIn(html: string): Tag[] {
  const tags: Tag[] = [];
  MARKUP.lastIndex = 0;
  for (let found = MARKUP.exec(html); found !== null; found = MARKUP.exec(html)) {
    const name = found[1]?.toLowerCase();
    if (name === undefined) continue;
    tags.push({ name, attributes: attributesIn(found[2] ?? '') });
    if (!RAW.test(name)) continue;
    const end = new RegExp(`</${name}[\\s/>]`, 'gi');
    end.lastIndex = MARKUP.lastIndex;
    MARKUP.lastIndex = end.exec(html)?.index ?? html.length;
  }
  return tags;
}

function attributesIn(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    attributes[name.toLowerCase()] ??= decoded(double ?? single ?? bare ?? '');
  }
  return attributes;
}

const entities: { readonly [name: string]: string } = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? all;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

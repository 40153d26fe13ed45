/** The elements, as `widgets/custom-elements.json` describes them: what the npm package's types and wrappers are made from. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { repository } from './wrangler.ts';

const text = v.optional(v.string(), '');
const Type = v.optional(v.object({ text: v.string() }));

const Member = v.object({
  kind: v.string(),
  name: v.string(),
  type: Type,
  description: text,
  attribute: v.optional(v.string()),
  readonly: v.optional(v.boolean(), false),
});
export type Member = v.InferOutput<typeof Member>;

const Described = v.object({ name: v.string(), description: text, type: Type });

const Element = v.object({
  name: v.string(),
  tagName: v.string(),
  summary: text,
  members: v.array(Member),
  events: v.array(Described),
  attributes: v.optional(v.array(Described), []),
  slots: v.optional(v.array(Described), []),
  cssParts: v.optional(v.array(Described), []),
  cssProperties: v.optional(v.array(Described), []),
});
export type Element = v.InferOutput<typeof Element>;

const Manifest = v.object({ modules: v.array(v.object({ declarations: v.array(Element) })) });

export const manifestFile = path.join(repository, 'widgets/custom-elements.json');

export function readElements(): Element[] {
  const { modules } = v.parse(Manifest, JSON.parse(readFileSync(manifestFile, 'utf8')));
  return modules.flatMap(({ declarations }) => declarations);
}

/** What a page may set: every element has its own, and those of all. */
export function settable({ members }: Element): Member[] {
  return members.filter(({ kind, readonly, name }) => kind === 'field' && !readonly && name !== 'lang');
}

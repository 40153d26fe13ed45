/** As much of `widgets/custom-elements.json` as the documentation and the npm package tell. */
import * as v from 'valibot';

const text = v.optional(v.string(), '');
const Type = v.optional(v.object({ text: v.string() }), { text: '' });
const inherited = { inheritedFrom: v.optional(v.object({ name: v.string() })) };
const Named = v.object({ name: text, description: text });

const Attribute = v.object({ name: v.string(), type: Type, description: text, ...inherited });
const Member = v.object({
  kind: v.string(),
  name: v.string(),
  type: Type,
  return: v.optional(v.object({ type: Type })),
  description: text,
  attribute: v.optional(v.string()),
  readonly: v.optional(v.boolean(), false),
  ...inherited,
});

const Element = v.object({
  /** Of its class. */
  name: v.string(),
  tagName: v.string(),
  summary: v.string(),
  attributes: v.array(Attribute),
  members: v.array(Member),
  events: v.optional(v.array(v.object({ name: v.string(), type: Type, description: text })), []),
  slots: v.optional(v.array(Named), []),
  cssParts: v.optional(v.array(Named), []),
  cssProperties: v.optional(v.array(Named), []),
  cssStates: v.optional(v.array(Named), []),
});
export type Element = v.InferOutput<typeof Element>;

export type Member = v.InferOutput<typeof Member>;

const Manifest = v.object({ modules: v.array(v.object({ declarations: v.array(Element) })) });

export function elementsOf(manifest: unknown): Element[] {
  return v.parse(Manifest, manifest).modules.flatMap(({ declarations }) => declarations);
}

/**
 * What the manifest says of each element, as controls: a new attribute has one by itself. Unions become choices, booleans
 * boxes to tick, all else is text.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export type Control = { readonly name: string; readonly about: string } & (
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'text'; readonly suggestions: readonly string[] }
  | { readonly kind: 'color' }
);

export interface PlaygroundElement {
  readonly tag: string;
  readonly about: string;
  readonly attributes: readonly Control[];
  /** Named without their `--inlay-`. */
  readonly variables: readonly Control[];
  readonly events: readonly string[];
}

const described = { name: v.string(), description: v.optional(v.string(), '') };
const Manifest = v.object({
  modules: v.array(
    v.object({
      declarations: v.array(
        v.object({
          tagName: v.optional(v.string()),
          summary: v.optional(v.string(), ''),
          attributes: v.optional(
            v.array(v.object({ ...described, type: v.optional(v.object({ text: v.string() }), { text: '' }) })),
            [],
          ),
          cssProperties: v.optional(v.array(v.object(described)), []),
          events: v.optional(v.array(v.object({ name: v.string() })), []),
        }),
      ),
    }),
  ),
});
type Declaration = v.InferOutput<typeof Manifest>['modules'][number]['declarations'][number];

/** Types that the manifest has by name only. */
const aliases: { readonly [name: string]: string } = { Theme: "'auto' | 'light' | 'dark'" };

const languages: readonly Choice[] = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
  { value: 'ja', label: '日本語' },
  { value: 'es', label: 'Español' },
  { value: 'de', label: 'Deutsch' },
  { value: 'pt', label: 'Português' },
  { value: 'ar', label: 'العربية' },
];

export function attributeControl({ name, description, type }: Declaration['attributes'][number]): Control {
  const about = description === '' && name === 'lang' ? 'Language. Default: that of the page.' : description;
  if (name === 'lang') return { kind: 'choice', name, about, choices: languages };
  const types = type.text.split('|').map((one) => one.trim());
  const named = types.flatMap((one) => aliases[one]?.split('|').map((each) => each.trim()) ?? [one]);
  const wanted = named.filter((one) => one !== 'null' && one !== 'undefined');
  if (wanted.length === 1 && wanted[0] === 'boolean') return { kind: 'flag', name, about };
  const words = wanted.map((one) => /^'([\w-]+)'$/.exec(one)?.[1] ?? null);
  if (words.length > 0 && words.every((word) => word !== null)) {
    return { kind: 'choice', name, about, choices: words.map((value) => ({ value, label: value })) };
  }
  // Where only some words mean anything, the description names them.
  return { kind: 'text', name, about, suggestions: [...about.matchAll(/`([a-z_-]+)`/g)].map(([, word = '']) => word) };
}

function variableControl({ name, description }: { name: string; description: string }): Control {
  const short = name.replace(/^--inlay-/, '');
  return short.startsWith('color-')
    ? { kind: 'color', name: short, about: description }
    : { kind: 'text', name: short, about: description, suggestions: [] };
}

/** Those of every element, which a newcomer needs last. */
const wiring = ['site', 'api', 'token-url'];

export function elementsOf(manifest: unknown): PlaygroundElement[] {
  const declarations = v.parse(Manifest, manifest).modules.flatMap(({ declarations }) => declarations);
  return declarations.flatMap(({ tagName: tag, summary: about, attributes, cssProperties, events }) => {
    if (tag === undefined) return [];
    const all = attributes.map(attributeControl);
    const isWiring = ({ name }: Control) => wiring.includes(name);
    return {
      tag,
      about: about.split('\n\n')[0] ?? '',
      attributes: [...all.filter((control) => !isWiring(control)), ...all.filter(isWiring)],
      variables: cssProperties.map(variableControl),
      events: events.map(({ name }) => name),
    };
  });
}

export function elements(): PlaygroundElement[] {
  const file = new URL('../../../widgets/custom-elements.json', import.meta.url);
  return elementsOf(JSON.parse(readFileSync(file, 'utf8')));
}

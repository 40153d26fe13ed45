/** What editors know of the elements in HTML: the manifest, VS Code's custom data, and the web-types of JetBrains' editors. */
import type { Theme } from '../../widgets/shared/settings.ts';
import type { Element } from '../docs/manifest.ts';
import { placeOf } from './places.ts';

/** Attributes whose values are told by a name. */
const named: { readonly [type: string]: readonly string[] } = {
  Theme: ['auto', 'light', 'dark'] satisfies readonly Theme[],
};

/** The manifest, with the modules where the package has them. */
export function publishedManifest(manifest: string): unknown {
  return JSON.parse(manifest, (key, value: unknown) =>
    (key === 'module' || key === 'path') && typeof value === 'string'
      ? `dist/${placeOf(value.replace(/^\//, ''))}.js`
      : value,
  );
}

export function htmlData(elements: readonly Element[]): object {
  return {
    version: 1.1,
    tags: elements.map(({ tagName, summary, attributes }) => ({
      name: tagName,
      description: summary,
      attributes: attributes.map(({ name, description, type }) => ({
        name,
        ...(description && { description }),
        ...(type.text === 'boolean' && { valueSet: 'v' }),
        ...(valuesOf(type.text).length > 0 && { values: valuesOf(type.text).map((value) => ({ name: value })) }),
      })),
    })),
  };
}

export function webTypes(elements: readonly Element[], version: string): object {
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name: 'inlay',
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map(({ tagName, summary, attributes, slots, cssParts, cssProperties, events, members }) => ({
          name: tagName,
          description: summary,
          attributes: attributes.map(({ name, description, type }) => ({
            name,
            description,
            value: kindOf(type.text),
          })),
          slots: slots.map(described),
          css: { parts: cssParts.map(described), properties: cssProperties.map(described) },
          js: {
            events: events.map(described),
            properties: members
              .filter(({ kind }) => kind === 'field')
              .map(({ type, ...member }) => ({ ...described(member), type: type.text || 'string' })),
          },
        })),
      },
    },
  };
}

function described({ name, description }: { readonly name: string; readonly description: string }): object {
  return { name, description };
}

function kindOf(type: string): object {
  if (type === 'boolean') return { kind: 'no-value', type: 'boolean' };
  const values = valuesOf(type);
  return values.length > 0
    ? { kind: 'plain', type: values.map((value) => `'${value}'`) }
    : { kind: 'plain', type: 'string' };
}

/** The words that an attribute may be, where its type is a list of them. */
function valuesOf(type: string): readonly string[] {
  const words = [...type.matchAll(/'([\w-]+)'/g)].map(([, word = '']) => word);
  return words.length > 0 ? words : type.split(' | ').flatMap((name) => named[name] ?? []);
}

/**
 * A schema of the Worker's as the text of a type. The Worker's types are inferred from its schemas, which in the npm package
 * would take a schema library along that nothing in it runs.
 */
import type * as v from 'valibot';

type Schema = v.GenericSchema;

/** Schemas that have a name, and are told by it wherever they are part of another. */
export type Named = ReadonlyMap<unknown, string>;

/** The type of `schema` itself, written out. */
export function plainType(schema: unknown, named: Named, indent = ''): string {
  if (!isSchema(schema)) throw new TypeError('Not a schema.');
  const within = (name: string) => partType(part(schema, name), named, indent);
  switch (schema.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return schema.type;
    case 'literal':
      return JSON.stringify(part(schema, 'literal'));
    case 'picklist':
      return list(part(schema, 'options'))
        .map((option) => JSON.stringify(option))
        .join(' | ');
    case 'nullable':
      return `${within('wrapped')} | null`;
    case 'array':
      return arrayOf(within('item'));
    case 'record':
      return `Record<${within('key')}, ${within('value')}>`;
    case 'object':
    case 'strict_object':
      return object(part(schema, 'entries'), named, indent);
    default:
      // Better no package than one whose types are wrong.
      throw new TypeError(`A type that the package cannot tell: ${schema.type}.`);
  }
}

function partType(schema: unknown, named: Named, indent: string): string {
  return named.get(schema) ?? plainType(schema, named, indent);
}

function object(entries: unknown, named: Named, indent: string): string {
  const deeper = `${indent}  `;
  const rows = Object.entries(entries ?? {}).map(([name, schema]) => `${deeper}${row(name, schema, named, deeper)};\n`);
  return rows.length === 0 ? 'Record<string, never>' : `{\n${rows.join('')}${indent}}`;
}

function row(name: string, schema: unknown, named: Named, indent: string): string {
  const optional = isSchema(schema) && (schema.type === 'optional' || schema.type === 'exact_optional');
  if (!optional) return `${name}: ${partType(schema, named, indent)}`;
  const type = partType(part(schema, 'wrapped'), named, indent);
  return `${name}?: ${type}${schema.type === 'optional' ? ' | undefined' : ''}`;
}

function arrayOf(type: string): string {
  return /^[\w.]+$|^\{.*\}$/s.test(type) ? `${type}[]` : `(${type})[]`;
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
}

function part(schema: Schema, name: string): unknown {
  return new Map<string, unknown>(Object.entries(schema)).get(name);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

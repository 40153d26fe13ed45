/**
 * A schema of the Worker's as the text of a type. The Worker's types are inferred from its schemas, which in the npm package
 * would take a schema library along that nothing in it runs.
 */
import type * as v from 'valibot';

type Schema = v.GenericSchema;

/** Tells a part of a type: by its name where it has one, and otherwise written out. */
type Tell = (schema: unknown, indent: string) => string;

/** Those of a module's schemas that are wanted, and whatever else of it they name, as types. */
export function declareTypes(exported: Readonly<Record<string, unknown>>, wanted: Iterable<string>): string {
  const named = new Map(Object.entries(exported).map(([name, schema]) => [schema, name] as const));
  const names = new Set(wanted);
  const tell: Tell = (schema, indent) => {
    const name = named.get(schema);
    if (name !== undefined) names.add(name);
    return name ?? plainType(schema, tell, indent);
  };
  let text = '';
  // A set grows while it is walked.
  for (const name of names) text += `export type ${name} = ${plainType(exported[name], tell, '')};\n`;
  return text;
}

function plainType(schema: unknown, tell: Tell, indent: string): string {
  if (!isSchema(schema)) throw new TypeError('The package’s types name something of the Worker’s that is no schema.');
  const within = (name: string) => tell(part(schema, name), indent);
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
    case 'union':
      return list(part(schema, 'options'))
        .map((option) => tell(option, indent))
        .join(' | ');
    case 'nullable':
      return `${within('wrapped')} | null`;
    case 'array':
      return arrayOf(within('item'));
    case 'record':
      return `Record<${within('key')}, ${within('value')}>`;
    case 'object':
    case 'strict_object':
      return object(part(schema, 'entries'), tell, indent);
    default:
      // Better no package than one whose types are wrong.
      throw new TypeError(`A type that the package cannot tell: ${schema.type}.`);
  }
}

function object(entries: unknown, tell: Tell, indent: string): string {
  const deeper = `${indent}  `;
  const rows = Object.entries(entries ?? {}).map(([name, schema]) => `${deeper}${row(name, schema, tell, deeper)};\n`);
  return rows.length === 0 ? 'Record<string, never>' : `{\n${rows.join('')}${indent}}`;
}

function row(name: string, schema: unknown, tell: Tell, indent: string): string {
  const optional = isSchema(schema) && (schema.type === 'optional' || schema.type === 'exact_optional');
  if (!optional) return `${name}: ${tell(schema, indent)}`;
  const type = tell(part(schema, 'wrapped'), indent);
  return `${name}?: ${type}${schema.type === 'optional' ? ' | undefined' : ''}`;
}

function arrayOf(type: string): string {
  return /^[\w.]+$|^\{.*\}$/s.test(type) ? `${type}[]` : `(${type})[]`;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
}

function part(schema: Schema, name: string): unknown {
  return new Map<string, unknown>(Object.entries(schema)).get(name);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A JSON Schema in the words of a table: what type, within which limits. */
import * as v from 'valibot';
import { cell, code } from './markdown.ts';

export interface Schema {
  readonly $ref?: string | undefined;
  readonly type?: string | undefined;
  readonly description?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly items?: Schema | undefined;
  readonly properties?: { readonly [name: string]: Schema } | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: Schema | boolean | undefined;
  readonly default?: unknown;
  readonly pattern?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

const text = v.optional(v.string());
const number = v.optional(v.number());

/** Reads one; what a table does not tell is left out. */
export const Schema: v.GenericSchema<unknown, Schema> = v.lazy(() =>
  v.object({
    $ref: text,
    type: text,
    description: text,
    const: v.optional(v.unknown()),
    enum: v.optional(v.array(v.unknown())),
    anyOf: v.optional(v.array(Schema)),
    items: v.optional(Schema),
    properties: v.optional(v.record(v.string(), Schema)),
    required: v.optional(v.array(v.string())),
    additionalProperties: v.optional(v.union([v.boolean(), Schema])),
    default: v.optional(v.unknown()),
    pattern: text,
    minLength: number,
    maxLength: number,
    minItems: number,
    maxItems: number,
    minimum: number,
    maximum: number,
  }),
);

export interface Row {
  /** `fee.fixed`, or `prices[].name` for what stands in a list. */
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

/** One row a field, those of objects within below them. @param named a link, where a schema has a name of its own */
export function rowsOf(schema: Schema, named: (schema: Schema) => string | null, within = ''): Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([field, property]) => {
    const name = `${within}${field}`;
    const row: Row = {
      name,
      type: typeOf(property, named),
      required: schema.required?.includes(field) ?? false,
      description: property.description ?? '',
    };
    const inner = fieldsWithin(property, named);
    return [row, ...(inner === null ? [] : rowsOf(inner.schema, named, `${name}${inner.path}.`))];
  });
}

function fieldsWithin(
  schema: Schema,
  named: (schema: Schema) => string | null,
  path = '',
): { readonly schema: Schema; readonly path: string } | null {
  if (named(schema) !== null) return null;
  if (schema.properties !== undefined) return { schema, path };
  if (schema.items !== undefined) return fieldsWithin(schema.items, named, `${path}[]`);
  for (const one of schema.anyOf ?? []) {
    const found = fieldsWithin(one, named, path);
    if (found !== null) return found;
  }
  return null;
}

export function typeOf(schema: Schema, named: (schema: Schema) => string | null): string {
  const known = named(schema);
  if (known !== null) return known;
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => typeOf(one, named)).join(' or ');
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((one) => code(String(one))).join(', ') + otherwise(schema);
  return [kindOf(schema, named), ...limits(schema)].join(', ') + otherwise(schema);
}

function kindOf({ type, items, additionalProperties }: Schema, named: (schema: Schema) => string | null): string {
  if (items !== undefined) return `list of ${typeOf(items, named)}`;
  if (type === 'object' && typeof additionalProperties === 'object') {
    return `map to ${typeOf(additionalProperties, named)}`;
  }
  return type ?? 'anything';
}

function limits(schema: Schema): string[] {
  const { pattern, minLength, maxLength, minItems, maxItems, minimum, maximum } = schema;
  return [
    range(minLength, maxLength, 'characters'),
    range(minItems, maxItems, 'of them'),
    range(minimum, maximum, ''),
    pattern === undefined ? '' : code(cell(pattern)),
  ].filter((limit) => limit !== '');
}

function range(least: number | undefined, most: number | undefined, what: string): string {
  const show = (count: number) => count.toLocaleString('en');
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return `at least ${show(least ?? 0)} ${what}`.trim();
  return `${least === undefined ? 'at most' : `${show(least)} to`} ${show(most)} ${what}`.trim();
}

function otherwise(schema: Schema): string {
  return schema.default === undefined ? '' : `; by default ${code(JSON.stringify(schema.default))}`;
}

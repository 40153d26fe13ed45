/**
 * Parameter schemas: valibot's, fed with decoded form fields, their issues turned into Stripe's errors.
 * Every parameter may be left out or unset (null) unless its schema is used without `optional`.
 */
import * as v from 'valibot';
import { type ApiError, invalid } from './errors.ts';
import type { Fields } from './form.ts';

type Schema = v.GenericSchema<unknown, unknown>;

export const text = v.pipe(v.string('string'), v.maxLength(5000, 'too_long'));
export const integer = v.pipe(v.string('integer'), v.regex(/^-?\d{1,15}$/, 'integer'), v.transform(Number));
export const positive = v.pipe(integer, v.minValue(0, 'negative'));
export const boolean = v.pipe(
  v.picklist(['true', 'false'], 'boolean'),
  v.transform((value) => value === 'true'),
);
export const email = v.pipe(text, v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email'));
export const url = v.pipe(
  text,
  v.check((value) => /^https?:\/\//i.test(value) && URL.canParse(value), 'url'),
);
/** Two letters: ISO 3166 for countries. */
export const country = v.pipe(text, v.regex(/^[A-Z]{2}$/, 'country'));
export const currency = v.pipe(text, v.toLowerCase(), v.regex(/^[a-z]{3}$/, 'currency'));
/** Merged into what is stored: an empty value deletes its key. */
export const metadata = v.pipe(
  v.record(
    v.pipe(v.string(), v.maxLength(40, 'metadata_key')),
    v.nullable(v.pipe(v.string('string'), v.maxLength(500, 'metadata_value'))),
  ),
  v.check((value) => Object.keys(value).length <= 50, 'metadata_size'),
);

export const oneOf = <const T extends readonly string[]>(...values: T) => v.picklist(values);
export const list = <S extends Schema>(item: S) => v.array(item, 'array');
export const optional = <S extends Schema>(schema: S) => v.nullish(schema);
export const object = <E extends v.ObjectEntries>(entries: E) => v.strictObject(entries);

/** `created=…` or `created[gte]=…`, and the like. */
export const range = v.union([
  integer,
  v.strictObject({
    gt: v.optional(integer),
    gte: v.optional(integer),
    lt: v.optional(integer),
    lte: v.optional(integer),
  }),
]);

export function within(value: number, wanted: v.InferOutput<typeof range> | null | undefined): boolean {
  if (wanted === null || wanted === undefined) return true;
  if (typeof wanted === 'number') return value === wanted;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = wanted;
  return value > gt && value >= gte && value < lt && value <= lte;
}

export function parseParams<S extends Schema>(schema: S, fields: Fields): v.InferOutput<S> {
  const result = v.safeParse(schema, fields);
  if (result.success) return result.output;
  const unknown = result.issues.find((issue) => issue.expected === 'never');
  throw toError(unknown ?? result.issues[0]);
}

function toError(issue: v.BaseIssue<unknown>): ApiError {
  const path = (issue.path ?? []).map((item) => String(item.key));
  const param = path.map((key, depth) => (depth === 0 ? key : `[${key}]`)).join('');
  const given = typeof issue.input === 'string' ? issue.input : '';
  if (issue.expected === 'never') return invalid(param, `Received unknown parameter: ${param}`, 'parameter_unknown');
  if (issue.input === undefined) return invalid(param, `Missing required param: ${param}.`, 'parameter_missing');
  if (issue.input === null) {
    return invalid(
      param,
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
      'parameter_invalid_empty',
    );
  }
  switch (issue.message) {
    case 'integer':
      return invalid(param, `Invalid integer: ${given}`, 'parameter_invalid_integer');
    case 'negative':
      return invalid(param, 'This value must be greater than or equal to 0.', 'parameter_invalid_integer');
    case 'boolean':
      return invalid(param, `Invalid boolean: ${given}`);
    case 'string':
      return invalid(param, 'Invalid string: the value must be a single string.');
    case 'array':
      return invalid(param, 'Invalid array');
    case 'email':
      return invalid(param, `Invalid email address: ${given}`, 'email_invalid');
    case 'url':
      return invalid(param, 'Not a valid URL', 'url_invalid');
    case 'country':
      return invalid(
        param,
        `Country '${given}' is unknown. Try using a 2-character alphanumeric country code instead, such as 'US', 'EG', or 'GB'.`,
      );
    case 'currency':
      return invalid(param, `Invalid currency: ${given}. Stripe uses three-letter ISO 4217 codes, such as 'usd'.`);
    case 'too_long':
      return invalid(param, `Invalid string: ${given.slice(0, 10)}…; must be at most 5000 characters`);
    case 'metadata_key':
      return invalid(param, 'Metadata keys can have up to 40 characters.');
    case 'metadata_value':
      return invalid(param, 'Metadata values can have up to 500 characters.');
    case 'metadata_size':
      return invalid(param, 'Metadata can have up to 50 keys.');
    default:
      if (issue.type === 'picklist')
        return invalid(
          param,
          `Invalid ${path.at(-1)}: must be one of ${issue.expected?.replaceAll(/["()]/g, '').replaceAll(' | ', ', ')}`,
        );
      return invalid(param, 'Invalid object');
  }
}

export function mergeMetadata(
  stored: Record<string, string>,
  given: Record<string, string | null> | null | undefined,
): Record<string, string> {
  if (given === undefined) return stored;
  if (given === null) return {};
  const kept = Object.entries({ ...stored, ...given }).filter((entry): entry is [string, string] => entry[1] !== null);
  if (kept.length > 50) throw invalid('metadata', 'Metadata can have up to 50 keys.');
  return Object.fromEntries(kept);
}

/**
 * `npm run openapi` writes worker/openapi.json from the schemas that validate requests and type answers; `--check` fails
 * when it is out of date. A Worker test holds the file against the routes that exist.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import manifest from '../package.json' with { type: 'json' };
import { meaningOf } from '../worker/errors.ts';
import { meaningOf as meaningOfField, readMeanings } from './openapi-meanings.ts';
import { type Caller, type Operation, operations } from './openapi-operations.ts';
import { schemas } from './openapi-schemas.ts';

const security: Record<Caller, (scopes: readonly string[]) => object[]> = {
  anyone: () => [],
  page: () => [],
  user: (scopes) => [{ userToken: scopes }],
  site: () => [{ secretKey: [] }],
  operator: () => [{ operatorKey: [] }],
  stripe: () => [{ stripeSignature: [] }],
};

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly items?: JsonSchema | undefined;
  readonly anyOf?: readonly JsonSchema[] | undefined;
}
const JsonSchema: v.GenericSchema<unknown, JsonSchema> = v.lazy(() =>
  v.looseObject({
    properties: v.optional(v.record(v.string(), JsonSchema)),
    items: v.optional(JsonSchema),
    anyOf: v.optional(v.array(JsonSchema)),
  }),
);

const bearer = (description: string) => ({ type: 'http', scheme: 'bearer', description });
const content = (schema: string, example?: object) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, ...(example && { example }) },
});

const headersOf = (headers: Readonly<Record<string, string>>, required: boolean) =>
  Object.entries(headers).map(([name, description]) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  }));

function describe(
  path: string,
  {
    caller,
    summary,
    scope,
    body,
    example,
    query = {},
    headers = {},
    optionalHeaders = {},
    answer: [status, schema],
    errors,
  }: Operation,
): object {
  const codes = Map.groupBy([...errors, 'storage_unavailable', 'internal'] as const, (code) => meaningOf(code).status);
  const failures = [...codes].sort(([a], [b]) => a - b);
  return {
    summary,
    security: security[caller](scope === undefined ? [] : [scope]),
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...Object.entries(query).map(([name, meaning]) => ({
        name,
        in: 'query',
        description: meaning,
        schema: { type: 'string' },
      })),
      ...headersOf(headers, true),
      ...headersOf(optionalHeaders, false),
    ],
    ...(body === undefined ? {} : { requestBody: { required: true, content: content(body, example) } }),
    responses: {
      [status]: { description: summary, ...(schema === null ? {} : { content: content(schema) }) },
      ...Object.fromEntries(
        failures.map(([failure, of]) => [failure, { description: of.join(', '), content: content('Error') }]),
      ),
    },
  };
}

const paths: Record<string, Record<string, object>> = {};
for (const [route, operation] of Object.entries(operations)) {
  const [method = '', path = ''] = route.split(' ');
  paths[path] = { ...paths[path], [method.toLowerCase()]: describe(path, operation) };
}

const root = new URL('..', import.meta.url).pathname;
const told = ['worker/contract.ts', 'worker/contract/*.ts', 'worker/rules/*.ts', 'scripts/openapi-schemas.ts'];
const files = told.flatMap((pattern) => globSync(pattern, { cwd: root, exclude: ['**/*.test.ts'] }).sort());
const meanings = readMeanings(files.map((file) => readFileSync(`${root}${file}`, 'utf8')));

/** The same schema with what the comments beside its fields say. */
function explained(schema: JsonSchema, name: string, path: readonly string[] = []): JsonSchema {
  const { properties, items, anyOf } = schema;
  const inner = (one: JsonSchema) => explained(one, name, path);
  return {
    ...schema,
    ...(anyOf && { anyOf: anyOf.map(inner) }),
    ...(items && { items: inner(items) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([field, property]) => {
          const description = meaningOfField(meanings, 'schemas', [name, ...path, field]);
          const told = explained(property, name, [...path, field]);
          return [field, description === '' ? told : { ...told, description }];
        }),
      ),
    }),
  };
}

const document = {
  openapi: '3.1.0',
  info: { title: 'Inlay', version: manifest.version, description: manifest.description },
  paths,
  components: {
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => {
        // `check` and `trim` have no counterpart in JSON Schema; the Worker still applies them.
        const { $schema: _, ...json } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });
        return [name, explained(v.parse(JsonSchema, json), name)];
      }),
    ),
    securitySchemes: {
      userToken: bearer("A user token: a JWT (HS256, typ inlay+jwt) signed with one of the site's secret keys."),
      secretKey: bearer("One of the site's secret keys. Server to server: refused with an Origin header."),
      operatorKey: bearer('INLAY_OPERATOR_KEY. Server to server: refused with an Origin header.'),
      stripeSignature: { type: 'apiKey', in: 'header', name: 'Stripe-Signature' },
    },
  },
};

const file = new URL('../worker/openapi.json', import.meta.url);
const text = `${JSON.stringify(document, null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  console.error('worker/openapi.json is out of date: run `npm run openapi` and commit what it writes.');
  process.exitCode = 1;
}

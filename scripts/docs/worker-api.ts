/** `docs/worker-api.md`: every route, from what `openapi.json` is made of and from `openapi.json` itself. */
import * as v from 'valibot';
import type { ErrorCode } from '../../worker/contract.ts';
import openapi from '../../worker/openapi.json' with { type: 'json' };
import { type Caller, type Operation, ofBody, ofStripe, operations } from '../openapi-operations.ts';
import { curl } from './curl.ts';
import { rowsOf, Schema } from './json-schema.ts';
import { anchor, code, fenced, page, table } from './markdown.ts';

const schemas = v.parse(v.record(v.string(), Schema), openapi.components.schemas);

/** In the order in which a reader meets them. */
const callers: readonly { readonly caller: Caller; readonly title: string; readonly how: string }[] = [
  {
    caller: 'user',
    title: 'For a user',
    how: 'Asked by a page of one of the site’s origins (`Origin`), with a [user token](tokens.md) of the scope that is named. 120 requests a minute a user.',
  },
  {
    caller: 'page',
    title: 'For a page',
    how: 'Asked by a page of one of the site’s origins (`Origin`); nobody need be signed in. Of Checkout sessions 60 requests a minute an address.',
  },
  {
    caller: 'site',
    title: 'For a site’s backend',
    how: 'With one of the site’s keys, server to server. With an `Origin` they are refused: a key must never be in a page.',
  },
  {
    caller: 'operator',
    title: 'For the operator',
    how: 'With `INLAY_OPERATOR_KEY`, server to server. `npm run site` asks them from a terminal.',
  },
  { caller: 'anyone', title: 'For anyone', how: '' },
  {
    caller: 'stripe',
    title: 'For Stripe',
    how: 'Signed with one of `STRIPE_WEBHOOK_SECRETS`; what to send is in [Going live](going-live.md).',
  },
];

export function workerApiPage(): string {
  const groups = callers.map((group) => ({ ...group, routes: routesOf(group.caller) }));
  return page([
    '# Worker API',
    'Written by `npm run docs` from `worker/openapi.json`, which is made of the schemas that the routes themselves check with and is served at `/openapi.json`. Every request below is sent to the Worker by a test, and the answers of all the Worker’s tests are held against these shapes.',
    'JSON in, JSON out, with names as in Stripe’s API. Amounts are in the minor unit of their currency, times in seconds since 1970. What is not a success is one [error](errors.md), which any route may also answer with `storage_unavailable`, `misconfigured` or `internal`. Fields may be added to answers.',
    table(
      ['where is said', 'is meant'],
      [
        [
          'the errors of bodies',
          `${list(ofBody)}: a body is JSON, at most 64 KB, and has no field that is not in its table`,
        ],
        ['the errors of Stripe', `${list(ofStripe)}: nothing is done twice where the request is sent again`],
      ],
    ),
    ...groups.map(({ title, routes }) =>
      table(
        [`${title.charAt(0).toLowerCase()}${title.slice(1)}`, 'does'],
        routes.map(([route, { summary }]) => [
          `[\`${route.replace('/v1/sites/{site}/', '…/')}\`](#${anchor(route)})`,
          summary,
        ]),
      ),
    ),
    ...groups.flatMap(({ title, how, routes }) => [
      `## ${title}`,
      how,
      common(routes),
      ...routes.flatMap(([route, operation]) => describe(route, operation, commonErrors(routes))),
    ]),
    '## Shapes',
    'What answers are made of.',
    ...Object.keys(schemas).filter(isAnswer).flatMap(shape),
  ]);
}

type Route = readonly [route: string, operation: Operation];

function routesOf(caller: Caller): Route[] {
  return Object.entries(operations).filter(([, operation]) => operation.caller === caller);
}

/** Errors that every route of a group has are named once. */
function commonErrors(routes: readonly Route[]): Set<ErrorCode> {
  const [first, ...others] = routes.map(([, { errors }]) => new Set(errors));
  return new Set([...(first ?? [])].filter((code) => others.every((some) => some.has(code))));
}

function common(routes: readonly Route[]): string {
  const errors = commonErrors(routes);
  if (errors.size === 0 || routes.length < 2) return '';
  return `Each may answer ${told([...errors])}.`;
}

/** What many routes have in common under the name that the page gives it. */
function told(errors: readonly ErrorCode[]): string {
  const groups = [
    [ofBody, 'the errors of bodies'],
    [ofStripe, 'the errors of Stripe'],
  ] as const;
  const whole = groups.filter(([group]) => group.every((code) => errors.includes(code)));
  const rest = errors.filter((code) => !whole.some(([group]) => group.includes(code)));
  return [...rest.map(code), ...whole.map(([, name]) => name)].join(', ');
}

function list(codes: readonly ErrorCode[]): string {
  return codes.map(code).join(', ');
}

function describe(route: string, operation: Operation, common: ReadonlySet<ErrorCode>): string[] {
  const { summary, scope, body, query = {}, headers = {}, optionalHeaders = {}, answer, errors } = operation;
  const [status, schema] = answer;
  const more = errors.filter((error) => !common.has(error));
  const parameters = [
    ...Object.entries(query).map(([name, meaning]) => [`\`?${name}=\``, meaning]),
    ...Object.entries(headers).map(([name, meaning]) => [`\`${name}:\``, `Required. ${meaning}`]),
    ...Object.entries(optionalHeaders).map(([name, meaning]) => [`\`${name}:\``, meaning]),
  ];
  return [
    `### ${route}`,
    scope === undefined ? summary : `${summary} Scope \`${scope}\`.`,
    operation.caller === 'stripe' ? '' : fenced('sh', curl(route, operation)),
    table(['parameter', 'is'], parameters),
    body === undefined ? '' : fields(body, 'body'),
    `Answers ${status}${schema === null ? '' : ` with ${shapeLink(schema)}`}.${
      more.length === 0 ? '' : ` Or else ${common.size > 0 ? 'also ' : ''}with ${told(more)}.`
    }`,
  ];
}

function isAnswer(name: string): boolean {
  return Object.values(operations).every(({ body }) => body !== name);
}

const shapeLink = (name: string) => `[\`${name}\`](#${anchor(name)})`;

function shape(name: string): string[] {
  return [`### ${name}`, fields(name, 'field')];
}

/** A schema that has a name is told once, under that name. */
function fields(name: string, head: 'body' | 'field'): string {
  const schema = schemas[name] ?? {};
  const rows = rowsOf(schema, (inner) => (inner === schema ? null : nameOf(inner)));
  const described = rows.some(({ description }) => description !== '');
  return table(
    [head, head === 'body' ? 'required' : '', 'is', described ? 'meaning' : ''].filter((column) => column !== ''),
    rows.map(({ name, required, type, description }) => [
      code(name),
      ...(head === 'body' ? [required ? 'yes' : ''] : []),
      type,
      ...(described ? [description] : []),
    ]),
  );
}

const names = new Map(
  Object.entries(schemas)
    .filter(([name, { properties }]) => isAnswer(name) && properties !== undefined)
    .map(([name, schema]) => [JSON.stringify({ ...schema, description: undefined }), name]),
);

function nameOf(schema: Schema): string | null {
  const name = names.get(JSON.stringify({ ...schema, description: undefined }));
  return name === undefined ? null : shapeLink(name);
}

/**
 * Holds whatever passes between a test and the Worker against what `openapi.json` is made of: an answer has the status and
 * exactly the fields that are described, an error is one of those listed, and no body was accepted that the description refuses.
 */
import * as v from 'valibot';
import { type Operation, operations } from '../../scripts/openapi-operations.ts';
import { schemas } from '../../scripts/openapi-schemas.ts';
import { ErrorBody, type ErrorCode } from '../contract.ts';

/** What may befall any route. */
const anywhere: readonly ErrorCode[] = ['storage_unavailable', 'misconfigured', 'internal'];

const routes = Object.entries(operations).map(([route, operation]) => {
  const [method = '', path = ''] = route.split(' ');
  return { route, method, operation, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`) };
});

/** @throws where the answer, or what led to it, is not as described. Paths that are no route's are not looked at. */
export async function expectDescribed(method: string, path: string, body: unknown, response: Response): Promise<void> {
  const { pathname } = new URL(path, 'https://pay.test');
  const found = routes.find((one) => one.method === method && one.pattern.test(pathname));
  if (found === undefined) return;
  const fault = faultOf(found.operation, body, response.status, await response.clone().text());
  if (fault !== null) throw new Error(`Not as openapi.json describes ${found.route}: ${fault}`);
}

export function faultOf(operation: Operation, sent: unknown, status: number, text: string): string | null {
  const [expected, name] = operation.answer;
  if (status >= 400) return errorFault(operation.errors, text);
  if (status !== expected) return `it answered ${status}, not ${expected}`;
  const wanted = schemas[operation.body ?? ''];
  if (wanted !== undefined && typeof sent === 'string' && !v.is(wanted, JSON.parse(sent))) {
    return `it took a body that is no ${operation.body}: ${sent}`;
  }
  const schema = schemas[name ?? ''];
  return schema === undefined ? null : shapeFault(schema, text);
}

function errorFault(errors: readonly ErrorCode[], text: string): string | null {
  const fault = shapeFault(ErrorBody, text);
  if (fault !== null) return fault;
  const { code } = v.parse(ErrorBody, JSON.parse(text)).error;
  return errors.includes(code) || anywhere.includes(code) ? null : `it does not list the error ${code}`;
}

/** A field that is not described is dropped by reading the answer with its schema: then it is no longer the same. */
function shapeFault(schema: v.GenericSchema, text: string): string | null {
  const answer: unknown = JSON.parse(text);
  const read = v.safeParse(schema, answer);
  if (!read.success) return `${v.getDotPath(read.issues[0]) ?? 'the answer'}: ${read.issues[0].message} in ${text}`;
  return sorted(read.output) === sorted(answer) ? null : `${text} has more than ${sorted(read.output)}`;
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

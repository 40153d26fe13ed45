/** Bodies: JSON, small, and exactly of the shape a route takes. */
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';

/** Bytes. Counted while they arrive, so that a chunked body cannot grow past it. */
export const smallBody = bodyLimit({
  maxSize: 64 * 1024,
  onError: () => {
    throw new InlayError('body_too_large');
  },
});

/** @throws InlayError naming the parameter to change */
export async function readBody<const S extends v.GenericSchema>(c: AppContext, schema: S): Promise<v.InferOutput<S>> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new InlayError('content_type_unsupported');
  const result = v.safeParse(schema, parseJson(await c.req.arrayBuffer()));
  if (result.success) return result.output;
  const [issue] = result.issues;
  const param = v.getDotPath(issue);
  throw new InlayError(codeOf(issue), {
    ...(param === null ? {} : { param }),
    ...(issue.type === 'strict_object' ? {} : { message: `${param ?? 'The body'}: ${expectation(issue)}.` }),
  });
}

function parseJson(bytes: ArrayBuffer): unknown {
  try {
    // Refuses a byte order mark and bytes that are not UTF-8 instead of mending them.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return JSON.parse(text, refuseTreacherous);
  } catch (thrown) {
    // Nested too deep for the parser, among others.
    throw thrown instanceof InlayError ? thrown : new InlayError('body_invalid');
  }
}

/** `__proto__` would pass for a known key, and NUL or half a character for another string in some store. */
function refuseTreacherous(key: string, value: unknown): unknown {
  const strings = typeof value === 'string' ? [key, value] : [key];
  if (key === '__proto__' || strings.some((text) => text.includes('\0') || !text.isWellFormed())) {
    throw new InlayError('body_invalid');
  }
  return value;
}

type Issue = v.BaseIssue<unknown>;

function codeOf(issue: Issue): 'parameter_missing' | 'parameter_unknown' | 'parameter_invalid' {
  if (issue.type !== 'strict_object' || issue.path === undefined) return 'parameter_invalid';
  return issue.expected === 'never' ? 'parameter_unknown' : 'parameter_missing';
}

/** What was expected; never what was sent, which may be a secret in the wrong place. */
function expectation(issue: Issue): string {
  return issue.type === 'regex' || issue.type === 'check' ? `expected ${issue.message}` : `expected ${issue.expected}`;
}

/** The way of every API request: key, account, fault, idempotency, parameters, work, expansion, headers. */
import type { Context } from 'hono';
import { ConnectionReset, type Fault, htmlBadGateway, neverAnswer } from '../faults.ts';
import { find } from '../find.ts';
import { errorFor } from '../intents/browser.ts';
import { newId, type World } from '../world.ts';
import { authenticate, type Caller } from './authenticate.ts';
import type { ApiEndpoint } from './endpoint.ts';
import { ApiError } from './errors.ts';
import { expand } from './expand.ts';
import { decodeForm, type Fields, formText } from './form.ts';
import { type Answer, claim, fingerprintOf } from './idempotency.ts';

export const API_VERSION = '2026-10-28.endive';

export interface Env {
  Bindings: { fault: Fault['do'] | null; closing: AbortSignal };
}

export async function respond(c: Context<Env>, world: World, endpoint: ApiEndpoint): Promise<Response> {
  const requestId = newId('req_', 14);
  const { fault } = c.env;
  let livemode = false;
  try {
    if (fault === 'reset') throw new ConnectionReset();
    if (fault === 'html') return htmlBadGateway();
    const caller = authenticate(world, c.req.raw.headers, endpoint.publishable);
    livemode = caller.livemode;
    if (fault === '429') throw rateLimited();
    const fields = await readFields(c.req.raw);
    const { answer, replayed } = await once(c, world, caller, endpoint, fields, requestId);
    return send(c, answer, requestId, replayed);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return sendError(c, error, requestId, livemode);
  }
}

export function sendError(c: Context<Env>, error: ApiError, requestId = newId('req_', 14), livemode = false): Response {
  return send(c, { status: error.status, body: error.body(requestId, livemode), requestId }, requestId, false, error);
}

/** Does the work, or replays what the first request with the same idempotency key was answered. */
async function once(
  c: Context<Env>,
  world: World,
  caller: Caller,
  endpoint: ApiEndpoint,
  fields: Fields,
  requestId: string,
) {
  const key = endpoint.method === 'POST' ? c.req.header('idempotency-key') : undefined;
  const kept = caller.store.idempotency;
  if (key) {
    const earlier = claim(kept, key, fingerprintOf(c.req.method, c.req.path, fields), world.now());
    if (earlier) return { answer: earlier, replayed: true };
  }
  try {
    if (c.env.fault === 'timeout') await neverAnswer(c.req.raw.signal, c.env.closing);
    const answer = work(c, world, caller, endpoint, fields, requestId);
    const held = key && kept.get(key);
    if (held) held.answer = answer;
    return { answer, replayed: false };
  } catch (error) {
    if (key) kept.delete(key);
    throw error;
  }
}

/** The answer to keep, be it a success or a failure. What is thrown from here is not kept. */
function work(
  c: Context<Env>,
  world: World,
  caller: Caller,
  endpoint: ApiEndpoint,
  all: Fields,
  requestId: string,
): Answer {
  const { expand: wanted, ...fields } = all;
  try {
    const run = endpoint.prepare(fields);
    if (c.env.fault === '500') throw serverError();
    const body = run({
      ...caller,
      world,
      url: c.req.path,
      part: (name) => c.req.param(name) ?? '',
      version: c.req.header('stripe-version') ?? null,
      client: {
        ip_address: c.req.header('x-forwarded-for')?.split(',')[0]?.trim() ?? '127.0.0.1',
        user_agent: c.req.header('user-agent') ?? null,
      },
      cause: { id: requestId, idempotency_key: c.req.header('idempotency-key') ?? null },
    });
    return { status: 200, body: Object(expand(body, wanted, (id) => find(world, caller.store, id))), requestId };
  } catch (error) {
    if (!(error instanceof ApiError) || !error.saved) throw error;
    const body = errorFor(caller.publishable, error.body(requestId, caller.livemode));
    return { status: error.status, body, requestId };
  }
}

async function readFields(request: Request): Promise<Fields> {
  const query = new URL(request.url).search.slice(1);
  const body = await formText(request);
  const type = request.headers.get('content-type') ?? '';
  if (body && !type.startsWith('application/x-www-form-urlencoded')) {
    throw new ApiError(
      400,
      {
        message:
          'Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have any questions, we can help at https://support.stripe.com/.',
      },
      { saved: false },
    );
  }
  return decodeForm([query, body].filter(Boolean).join('&'));
}

function send(c: Context<Env>, answer: Answer, requestId: string, replayed: boolean, error?: ApiError): Response {
  const key = c.req.method === 'POST' ? c.req.header('idempotency-key') : undefined;
  const account = c.req.header('stripe-account');
  const hidden = error?.fields.code === 'account_invalid';
  const told = answer.status >= 500 || (key && answer.status !== 409 && (answer.status < 400 || replayed));
  const headers: Record<string, string | undefined> = {
    ...corsHeaders,
    'Content-Type': 'application/json',
    'Cache-Control': 'no-cache, no-store',
    'Content-Security-Policy':
      "base-uri 'none'; default-src 'none'; form-action 'none'; frame-ancestors 'none'; img-src 'none'; script-src 'none'; style-src 'none'",
    Vary: 'Origin',
    // Stripe's own answer to a wrong Stripe-Account was seen without a request id.
    'Request-Id': hidden ? undefined : requestId,
    'Stripe-Version': c.req.header('stripe-version') ?? API_VERSION,
    'Stripe-Account': account,
    'Idempotency-Key': key,
    'Original-Request': key && !error ? answer.requestId : undefined,
    'Idempotent-Replayed': replayed ? 'true' : undefined,
    // A conflict carries no advice, so that clients follow the status and try again.
    'Stripe-Should-Retry': told ? 'false' : undefined,
    ...error?.headers,
  };
  const present = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new Response(`${JSON.stringify(answer.body, null, 2)}\n`, { status: answer.status, headers: present });
}

export const corsHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Allow-Methods': 'GET, HEAD, PUT, PATCH, POST, DELETE',
  'Access-Control-Expose-Headers':
    'Request-Id, Stripe-Manage-Version, Stripe-Should-Retry, X-Stripe-External-Auth-Required, X-Stripe-Privileged-Session-Required',
  'Access-Control-Max-Age': '300',
};

function rateLimited(): ApiError {
  return new ApiError(
    429,
    {
      code: 'rate_limit',
      message: 'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
    },
    { saved: false, headers: { 'Stripe-Rate-Limited-Reason': 'global-rate' } },
  );
}

function serverError(): ApiError {
  return new ApiError(500, {
    type: 'api_error',
    message: 'Sorry! There was an error while talking to one of our backends. Support has been notified.',
  });
}

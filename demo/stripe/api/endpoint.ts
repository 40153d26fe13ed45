import type * as v from 'valibot';
import type { Cause } from '../events/event.ts';
import type { World } from '../world.ts';
import type { Caller } from './authenticate.ts';
import type { Fields } from './form.ts';
import { parseParams } from './params.ts';

/** Where a request came from, as mandates record it. */
export interface Client {
  ip_address: string | null;
  user_agent: string | null;
}

/** One authenticated request, as a resource's handler sees it. */
export interface Call extends Caller {
  world: World;
  /** The request's path, for list objects. */
  url: string;
  /** A part of the path, by the name it has in the route. */
  part(name: string): string;
  client: Client;
  /** The `Stripe-Version` asked for; null leaves it to the account's own. */
  version: string | null;
  /** Recorded in the events that this request brings about. */
  cause: Cause;
}

export interface ApiEndpoint {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  /** Whether a publishable key will do; the handler then checks the client secret. */
  publishable: boolean;
  /** Checks the parameters at once, before anything is done; the answer comes from calling what it returns. */
  prepare(fields: Fields): (call: Call) => object;
}

export function endpoint<S extends v.GenericSchema<unknown, unknown>>(
  method: ApiEndpoint['method'],
  path: string,
  params: S,
  handle: (call: Call, params: v.InferOutput<S>) => object,
  options: { publishable?: boolean } = {},
): ApiEndpoint {
  return {
    method,
    path,
    publishable: options.publishable ?? false,
    prepare(fields) {
      const parsed = parseParams(params, fields);
      return (call) => handle(call, parsed);
    },
  };
}

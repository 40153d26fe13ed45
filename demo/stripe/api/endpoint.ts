import type * as v from 'valibot';
import type { Cause } from '../events/event.ts';
import type { World } from '../world.ts';
import type { Caller } from './authenticate.ts';
import type { Fields } from './form.ts';
import { parseParams } from './params.ts';

/** One authenticated request, as a resource's handler sees it. */
export interface Call extends Caller {
  world: World;
  /** The request's path, for list objects. */
  url: string;
  /** A part of the path, by the name it has in the route. */
  part(name: string): string;
  /** Recorded in the events that this request brings about. */
  cause: Cause;
}

export interface ApiEndpoint {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  /** Checks the parameters at once, before anything is done; the answer comes from calling what it returns. */
  prepare(fields: Fields): (call: Call) => object;
}

export function endpoint<S extends v.GenericSchema<unknown, unknown>>(
  method: ApiEndpoint['method'],
  path: string,
  params: S,
  handle: (call: Call, params: v.InferOutput<S>) => object,
): ApiEndpoint {
  return {
    method,
    path,
    prepare(fields) {
      const parsed = parseParams(params, fields);
      return (call) => handle(call, parsed);
    },
  };
}

/** Requests of the stand-in's own scripts in a page: no secret key, but a publishable key and a client secret, in a form. */
import type { Context } from 'hono';
import type { Store, World } from '../world.ts';
import { ApiError } from './errors.ts';
import { decodeForm, type Fields, formText } from './form.ts';
import { type Env, sendError } from './respond.ts';

/** @param open what the fields give access to; throws where they do not */
export function browserCall<C>(
  open: (fields: Fields, c: Context<Env>) => C,
  answer: (call: C, c: Context<Env>) => object,
): (c: Context<Env>) => Promise<Response> {
  return async (c) => {
    try {
      const fields = decodeForm(await formText(c.req.raw));
      return c.json(answer(open(fields, c), c), 200, { 'Cache-Control': 'no-store' });
    } catch (error) {
      if (error instanceof ApiError) return sendError(c, error);
      throw error;
    }
  };
}

export function field(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** The account whose publishable key it is. */
export function ownerOfKey(world: World, given: string): Store {
  const key = /^pk_(test|live)_([A-Za-z0-9]+)(?:_\w+)?$/.exec(given);
  if (!key?.[2]) throw new ApiError(401, { message: `Invalid API Key provided: ${given}` });
  return world.store(`acct_${key[2]}`, key[1] === 'live');
}

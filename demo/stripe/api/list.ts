import type Stripe from 'stripe';
import type * as v from 'valibot';
import { invalid, noSuch } from './errors.ts';
import { integer, optional, text } from './params.ts';

/** Entries that every list endpoint takes besides its own filters. */
export const paging = { limit: optional(integer), starting_after: optional(text), ending_before: optional(text) };

type Paging = v.InferOutput<v.StrictObjectSchema<typeof paging, undefined>>;

/** One page, newest first. `all` is in order of creation; `kept` are those the filters leave, but a cursor may be any of `all`. */
export function page<T extends { id: string }>(
  kind: string,
  url: string,
  all: Iterable<T>,
  params: Paging,
  kept: (item: T) => boolean = () => true,
): Stripe.ApiList<T> {
  const newestFirst = Array.from(all).reverse();
  const limit = params.limit ?? 10;
  if (limit < 1)
    throw invalid(
      'limit',
      `This value must be greater than or equal to 1 (it currently is '${limit}').`,
      'parameter_invalid_integer',
    );
  if (limit > 100)
    throw invalid(
      'limit',
      `This value must be less than or equal to 100 (it currently is '${limit}').`,
      'parameter_invalid_integer',
    );
  const { starting_after: after, ending_before: before } = params;
  if (after && before) {
    throw invalid(
      'ending_before',
      'Received both starting_after and ending_before parameters. Please pass in only one.',
      'parameters_exclusive',
    );
  }
  const position = (id: string, param: string) => {
    const found = newestFirst.findIndex((item) => item.id === id);
    if (found < 0) throw noSuch(kind, id, param);
    return found;
  };
  if (before) {
    const newer = newestFirst.slice(0, position(before, 'ending_before')).filter(kept);
    return { object: 'list', data: newer.slice(-limit), has_more: newer.length > limit, url };
  }
  const rest = (after ? newestFirst.slice(position(after, 'starting_after') + 1) : newestFirst).filter(kept);
  return { object: 'list', data: rest.slice(0, limit), has_more: rest.length > limit, url };
}

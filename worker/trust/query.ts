/** Numbers in a query string. */
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';

export function wholeNumber(
  c: AppContext,
  name: string,
  { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise: number },
): number {
  const text = c.req.query(name) ?? String(otherwise);
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least || value > most) {
    throw new InlayError('parameter_invalid', { param: name, message: `${name}: expected ${least} to ${most}.` });
  }
  return value;
}

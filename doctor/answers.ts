/** Whether what answers is what was asked for: it may be anything, of anybody's. */
import type { Checkup, TokenVerdict } from '../worker/contract.ts';

/** What may stand at each name; a name that is not among them may say what it likes. */
type Shape<Whole> = { readonly [name in keyof Whole]: (value: unknown) => boolean };

const isText = (value: unknown) => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isList = (value: unknown) => Array.isArray(value) && value.every(isText);
const isOrigin = (value: unknown) => typeof value === 'string' && URL.parse(value)?.origin === value;

function has<Whole>(value: unknown, shape: Shape<Whole>): value is Whole {
  if (typeof value !== 'object' || value === null) return false;
  const names = new Map<string, unknown>(Object.entries(value));
  return Object.entries<(value: unknown) => boolean>(shape).every(([name, fits]) => fits(names.get(name)));
}

const checkup: Shape<Checkup> = {
  object: (value) => value === 'checkup',
  site: isText,
  mode: (value) => value === 'test' || value === 'live',
  now: (value) => Number.isInteger(value),
  worker: isOrigin,
  key_of_other_mode: (value) => value === null || value === 'secret_key' || value === 'publishable_key',
  missing: isList,
  token: (value) => value === null || has(value, accepted) || has(value, refused),
  webhooks: (value) => has(value, { account: isText, connect: isText }),
};
const accepted: Shape<TokenVerdict & { valid: true }> = { valid: (value) => value === true, scope: isList };
const refused: Shape<TokenVerdict & { valid: false }> = {
  valid: (value) => value === false,
  code: isText,
  param: isTextOrNull,
};

/** @param site that was asked about: what speaks of another is a stranger */
export function isCheckup(value: unknown, site: string): value is Checkup {
  return has(value, checkup) && value.site === site;
}

interface Refusal {
  readonly error: { readonly code: string; readonly message: string };
}

export function isRefusal(value: unknown): value is Refusal {
  return has<Refusal>(value, { error: (error) => has(error, { code: isText, message: isText }) });
}

/** Of file names and hashes those that are: each is to be pasted. Null where there is nothing of the kind. */
export function hashesIn(value: unknown): Readonly<Record<string, string>> | null {
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries<unknown>({ ...value }).flatMap(([file, hash]): [string, string][] =>
    /^[\w./-]+$/.test(file) && typeof hash === 'string' && /^sha\d{3}-[\w+/=-]+$/.test(hash) ? [[file, hash]] : [],
  );
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

/** What may be asked for, as schemas; what is not is refused with a sentence that names the option to change. */
import * as v from 'valibot';
import { Scope } from '../worker/contract.ts';
import { hasUnsafeText, LONGEST_LIFE, TokenHeader, UserClaims } from '../worker/rules/user-claims.ts';

const { sub, email, name, account, bank, save, embedded } = UserClaims.entries;
const text = v.pipe(v.string(), v.minLength(1));

/** Where a token is from, and for whom. */
const parties = {
  site: text,
  worker: v.pipe(
    v.string(),
    v.check((value) => URL.canParse(value) && new URL(value).origin === value),
  ),
};

const Key = v.object({ id: TokenHeader.entries.kid, secret: text });

export const MintOptions = v.strictObject({
  ...parties,
  key: Key,
  sub: v.pipe(
    sub,
    v.check((value) => !hasUnsafeText(value)),
  ),
  scope: v.pipe(v.array(Scope), v.minLength(1)),
  email,
  name,
  account,
  bank,
  save,
  embedded,
  expiresIn: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_LIFE)), 300),
});

export const VerifyOptions = v.strictObject({
  ...parties,
  keys: v.pipe(v.array(Key), v.minLength(1)),
  now: v.optional(v.pipe(v.number(), v.finite())),
});

const musts: { readonly [option: string]: string } = {
  site: 'the id of your site, site_…',
  worker: 'the origin of your Worker, such as https://pay.example.com: no path, and no slash at the end',
  key: "one of your site's keys, { id, secret }, both of which the operator gave you",
  keys: "a list of your site's keys, each { id, secret }",
  sub: 'your own id of the user, a string of 1 to 128 characters',
  scope: `a list of what the token is for, of ${Scope.options.join(', ')}`,
  email: 'a string of at most 512 characters, or left out',
  name: 'a string of at most 512 characters, or left out',
  expiresIn: `a whole number of seconds from 1 to ${LONGEST_LIFE}`,
  now: 'a number of seconds since 1970',
};

/** @throws TypeError without any of the values: one may be a secret in the wrong place */
export function read<const S extends v.StrictObjectSchema<v.ObjectEntries, undefined>>(
  caller: string,
  schema: S,
  options: unknown,
): v.InferOutput<S> {
  const result = v.safeParse(schema, options);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  if (path === null) throw new TypeError(`inlay/server ${caller}: the options are missing: { ${needed(schema)} }.`);
  throw new TypeError(`inlay/server ${caller}: ${path} ${fault(path, issue)}.`);
}

function needed({ entries }: v.StrictObjectSchema<v.ObjectEntries, undefined>): string {
  const names = Object.keys(entries).filter((name) => !entries[name]?.type.includes('optional'));
  return names.join(', ');
}

function fault(path: string, { type, expected, message }: v.BaseIssue<unknown>): string {
  const [option = ''] = path.split('.');
  if (type === 'strict_object' && expected === 'never') return 'is not known here: check how it is written';
  const must = musts[option];
  if (must !== undefined) return `must be ${must}`;
  return `must be ${type === 'regex' || type === 'check' ? message : (expected ?? message)}`;
}

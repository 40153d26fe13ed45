/**
 * What the comments in the contract say of each field, for `openapi.json`: there they are once, beside the field they are
 * about, and no word of them reaches the Worker. Reads the text of the files, which the formatter has given one field a line.
 */

interface Field {
  readonly comment: string;
  /** Names of schemas that it is made of. */
  readonly parts: readonly string[];
}

export interface Told {
  /** By `fee.fixed`. */
  readonly fields: Map<string, Field>;
  /** Schemas whose fields it takes over. */
  readonly spread: string[];
  /** Of a picklist, what each word of it means. */
  readonly words: Map<string, string>;
  comment: string;
}

export type Meanings = ReadonlyMap<string, Told>;

export function readMeanings(sources: readonly string[]): Meanings {
  const meanings = new Map<string, Told>();
  for (const source of sources) readSource(source, meanings);
  return meanings;
}

function readSource(source: string, meanings: Map<string, Told>): void {
  let told: Told | undefined;
  let comment = '';
  let within: { readonly name: string; readonly indent: number }[] = [];
  // A comment of several lines is one line first.
  const lines = source.replace(
    /\/\*\*[\s*]*(.*?)\s*\*\//gs,
    (_, text: string) => `/** ${text.replace(/\s*\n\s*\*\s*/g, ' ')} */`,
  );
  for (const line of lines.split('\n')) {
    const said = /^\s*\/\*\* (.*) \*\/$/.exec(line)?.[1];
    if (said !== undefined) {
      comment = said;
      continue;
    }
    const start = /^(?:export )?const (\w+)\b[^=]*= (.*)$/.exec(line);
    const field = /^(\s+)(\w+)(?:: (.*)|,)$/.exec(line);
    const spread = /^\s+\.\.\.(?:\w+\()?([\w.]+)/.exec(line)?.[1];
    const word = /^\s+'(\w+)',$/.exec(line)?.[1];
    if (start !== null) {
      told = { fields: new Map(), spread: partsOf(start[2] ?? ''), words: new Map(), comment };
      meanings.set(start[1] ?? '', told);
      within = [];
    } else if (/^\S/.test(line)) {
      told = undefined;
      within = [];
    } else if (field !== null && told !== undefined) {
      const [, indent = '', name = '', value = name] = field;
      within = [...within.filter((one) => one.indent < indent.length), { name, indent: indent.length }];
      told.fields.set(within.map((one) => one.name).join('.'), { comment, parts: partsOf(value) });
    } else if (spread !== undefined) {
      told?.spread.push(...partsOf(spread));
    } else if (word !== undefined && comment !== '') {
      told?.words.set(word, comment);
    } else if (within.length > 0) {
      // The value of a field goes on here.
      const path = within.map((one) => one.name).join('.');
      const open = told?.fields.get(path);
      if (open !== undefined) told?.fields.set(path, { ...open, parts: [...open.parts, ...partsOf(line)] });
    }
    comment = '';
  }
}

/** Names that stand for schemas: no text, no function of the schema library, no field of an object. */
function partsOf(text: string): string[] {
  const names = text.replace(/'[^']*'|\bv\.\w+|\w+:|\.entries\b/g, ' ').matchAll(/[A-Za-z]\w*/g);
  return [...names].map(([name]) => name);
}

/** What is said of a field of a schema, where anything is. */
export function meaningOf(
  meanings: Meanings,
  schema: string,
  path: readonly string[],
  seen: readonly string[] = [],
): string {
  const told = meanings.get(schema);
  if (told === undefined || seen.includes(schema)) return '';
  for (let length = path.length; length > 0; length -= 1) {
    const field = told.fields.get(path.slice(0, length).join('.'));
    if (field === undefined) continue;
    const rest = path.slice(length);
    if (rest.length === 0) return field.comment || firstOf(field.parts, (part) => words(meanings.get(part)));
    return firstOf(field.parts, (part) => meaningOf(meanings, part, rest));
  }
  return firstOf(told.spread, (part) => meaningOf(meanings, part, path, [...seen, schema]));
}

function words(told: Told | undefined): string {
  return [...(told?.words ?? [])].map(([word, meaning]) => `\`${word}\`: ${meaning}`).join(' ');
}

function firstOf(parts: readonly string[], say: (part: string) => string): string {
  for (const part of parts) {
    const said = say(part);
    if (said !== '') return said;
  }
  return '';
}

/** Content-Security-Policies as browsers read them: the text in, directives out, and back again. Pure. */

export type Directives = ReadonlyMap<string, readonly string[]>;

export interface Policy {
  /** A header of the response, or a `<meta http-equiv>` of the page. */
  readonly from: 'header' | 'meta';
  /** By name in small letters, in their order; the first of two with one name is the one that holds. */
  readonly directives: Directives;
}

/** Several headers arrive as one, joined by commas: each is a policy of its own, and all of them hold. */
export function policiesInHeader(header: string): Policy[] {
  return header.split(',').flatMap((text) => policyFrom(text, 'header'));
}

/** What is in no power to be set from within a page is passed over there. */
export function policyInMeta(content: string): Policy[] {
  return policyFrom(content, 'meta').flatMap(({ directives }) => {
    const known = [...directives].filter(([name]) => !NOT_IN_META.has(name));
    return known.length > 0 ? [{ from: 'meta', directives: new Map(known) }] : [];
  });
}

const NOT_IN_META = new Set(['report-uri', 'report-to', 'frame-ancestors', 'sandbox']);

function policyFrom(text: string, from: Policy['from']): Policy[] {
  const directives = new Map<string, readonly string[]>();
  for (const part of text.split(';')) {
    const [name = '', ...values] = part.split(/[\t\n\f\r ]+/).filter((token) => token !== '');
    if (name !== '' && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), values);
  }
  return directives.size > 0 ? [{ from, directives }] : [];
}

export function textOf(directives: Directives): string {
  return [...directives].map(([name, values]) => [name, ...values].join(' ')).join('; ');
}

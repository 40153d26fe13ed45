/** Requests as the documentation writes them: `http` blocks, and commands of curl. */

export interface DocumentedRequest {
  /** Where it stands: the page, and what it begins with. */
  readonly place: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** As much of the answer as the page shows. */
  readonly answer: unknown;
}

/** @param page its name, and its text */
export function requestsIn([page, text]: readonly [string, string]): DocumentedRequest[] {
  const blocks = text.matchAll(/^```(http|sh)\n(.*?)^```\n(?:\s*```json\n(.*?)^```)?/gms);
  return [...blocks].flatMap(([, language, block = '', answer]) => {
    if (!(language === 'http' ? /^[A-Z]+ https:/ : /^curl /).test(block)) return [];
    const request = language === 'http' ? fromHttp(block) : fromCurl(block);
    return [{ place: `${page}: ${block.slice(0, 90)}`, ...request, answer: answer && JSON.parse(answer) }];
  });
}

type Request = Pick<DocumentedRequest, 'method' | 'path' | 'headers' | 'body'>;

function fromHttp(block: string): Request {
  const [head = '', body] = block.split('\n\n');
  const [start = '', ...headers] = head.split('\n');
  const [method = '', address = ''] = start.split(' ');
  return { method, path: pathOf(address), headers: named(headers), body: body?.trim() };
}

function fromCurl(block: string): Request {
  const words = [...block.replaceAll('\\\n', ' ').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
  const after = (flag: string) => words.flatMap((word, index) => (word === flag ? [words[index + 1] ?? ''] : []));
  const [body] = after('-d');
  return {
    method: after('-X')[0] ?? (body === undefined ? 'GET' : 'POST'),
    path: pathOf(words.find((word) => word.startsWith('https://')) ?? ''),
    headers: named(after('-H')),
    body,
  };
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return decodeURIComponent(pathname) + search;
}

function named(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines
      .filter((line) => line !== '')
      .map((line) => [line.split(': ')[0] ?? '', line.split(': ').slice(1).join(': ')]),
  );
}

/** Whether all that a page shows is there. Text that ends in … says how the real one begins. */
export function shows(shown: unknown, real: unknown): boolean {
  if (typeof shown === 'string' && shown.endsWith('…')) {
    return typeof real === 'string' && real.startsWith(shown.slice(0, -1));
  }
  if (typeof shown !== 'object' || shown === null) return shown === real;
  if (typeof real !== 'object' || real === null) return false;
  const fields = new Map(Object.entries(real));
  return Object.entries(shown).every(([name, value]) => shows(value, fields.get(name)));
}

/** What the command line says, and the environment. */
import { parseArgs } from 'node:util';
import { kit } from '../../doctor/page-tags.ts';
import { type Around, readCookie } from './cookie.ts';
import { UsageError } from './usage-error.ts';

export const USAGE = `inlay doctor URL [options]

Looks at a page with elements of Inlay's on it, and says what keeps them from working and what to paste where.

  --site site_…        the site, where the page's HTML does not say it
  --api URL            the Worker's origin, likewise
  --token-url URL      the token route, likewise; relative to the page
  --element TAG        an element that a script puts there later; may be repeated
  --cookie -           your session at the page's origin is on standard input: one line, as in a header Cookie
  --json               findings as JSON
  --help

environment
  INLAY_COOKIE         the same session, for pages and token routes that want one; sent to the page's origin alone

Exit code: 0 without a fault, 1 with one, 2 for a command that cannot be understood.
`;

export interface Options {
  readonly url: URL;
  readonly site: string | null;
  readonly api: string | null;
  readonly tokenUrl: string | null;
  readonly elements: readonly string[];
  readonly cookie: string | null;
  readonly json: boolean;
}

/** Null where help is asked for. */
export async function readOptions(args: readonly string[], around: Around): Promise<Options | null> {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  const [command, address, ...more] = positionals;
  if (command !== 'doctor') throw new UsageError(command ? `There is no command "${command}".` : 'Name a command.');
  if (address === undefined) throw new UsageError('Name the page to look at, such as https://app.example.com/payouts.');
  if (more.length > 0) throw new UsageError('One page at a time.');
  const unknown = values.element?.find((tag) => !kit.includes(tag));
  if (unknown !== undefined) throw new UsageError(`There is no element <${unknown}>. There are: ${kit.join(', ')}.`);
  return {
    url: readUrl(address),
    site: values.site ?? null,
    api: values.api === undefined ? null : readUrl(values.api).origin,
    tokenUrl: values['token-url'] ?? null,
    elements: values.element ?? [],
    cookie: await readCookie(values.cookie, around),
    json: values.json ?? false,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        site: text,
        api: text,
        'token-url': text,
        element: { type: 'string', multiple: true },
        cookie: text,
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`"${text}" is not an http or https address, such as https://app.example.com/payouts.`);
  }
  return url;
}

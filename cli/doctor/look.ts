/** Finds out, from outside, what the rules want to know of a page. */
import {
  askForCheckup,
  askForIntegrity,
  askForScript,
  askForToken,
  type Manner,
  nothing,
  reasonOf,
  tryWebhook,
  withoutQuery,
} from '../../doctor/ask.ts';
import { textOf } from '../../doctor/body.ts';
import { policiesInHeader } from '../../doctor/csp/policy.ts';
import type { PageFacts } from '../../doctor/facts.ts';
import type { Finding } from '../../doctor/finding.ts';
import { readTags } from '../../doctor/page-tags.ts';
import { pageHeaders } from '../../doctor/rules/window-headers.ts';
import { tagsIn } from './html.ts';
import { judge } from './judge.ts';
import type { Options } from './options.ts';

const TIMEOUT_MS = 15_000;
const MOST_REDIRECTS = 10;
const SIGN_IN = 'With a session in INLAY_COOKIE it is asked as somebody.';

export async function look(options: Options): Promise<Finding[]> {
  try {
    const response = await fetchPage(options);
    const address = withoutQuery(response.url);
    if (!response.ok) {
      const asked = response.status === 401 || response.status === 403;
      return [pageFault(`${address} answered ${response.status}.${asked ? ` ${SIGN_IN}` : ''}`)];
    }
    if (!/html/.test(response.headers.get('Content-Type') ?? '')) return [pageFault(`${address} is no HTML.`)];
    const page = factsOf(response, await textOf(response), options);
    return [
      { check: 'page', outcome: 'ok', owner: 'page', says: `Looked at ${address} as it is sent, without its scripts.` },
      ...(await examineFrom(page, response.url, options)),
    ];
  } catch (error) {
    return [pageFault(`The page could not be had: ${reasonOf(error)}.`)];
  }
}

async function examineFrom(page: PageFacts, url: string, options: Options): Promise<Finding[]> {
  const { site, api, tokens } = page.settings;
  const origin = new URL(url).origin;
  const own: Manner = { headers: { Origin: origin } };
  const route = tokens === null || tokens === 'function' ? null : URL.parse(tokens.url, url);
  const headers = { Origin: origin, ...cookieFor(route, options) };
  const given = route ? await askForToken(route.href, { headers }) : nothing({ came: 'unasked' });
  const asked =
    site && api
      ? await askForCheckup(api, site, given, own)
      : { checkup: { came: 'unasked' } as const, token: given.facts };
  const isWorker = asked.checkup.came === 'answer' || asked.checkup.came === 'refusal';
  const src = page.tag && new URL(page.tag.src);
  const [integrity, webhook, script] = await Promise.all([
    api && src ? askForIntegrity(api) : null,
    api && isWorker ? tryWebhook(api) : null,
    src && askForScript(src.href, { headers: { Origin: origin, ...cookieFor(src, options) } }),
  ]);
  return judge({ page, token: asked.token, worker: { checkup: asked.checkup, integrity, webhook } }, script);
}

/** Redirects are followed by hand: a session is nobody's business but the page's own. */
async function fetchPage(options: Options): Promise<Response> {
  let { url } = options;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { Accept: 'text/html', 'User-Agent': 'inlay-doctor', ...cookieFor(url, options) },
    });
    const to = response.headers.get('Location');
    if (response.status < 300 || response.status >= 400 || to === null) return response;
    url = new URL(to, url);
  }
  throw new Error(`more than ${MOST_REDIRECTS} redirects`);
}

function cookieFor(url: URL | null, { url: page, cookie }: Options): Record<string, string> {
  return cookie !== null && url?.origin === page.origin ? { Cookie: cookie } : {};
}

function factsOf({ url, headers }: Response, html: string, options: Options): PageFacts {
  const { site, api, tokenUrl } = options;
  const { policies, elements, ...tags } = readTags(tagsIn(html), url, {
    site,
    api: api === null ? null : { name: '--api', value: api },
    tokens: tokenUrl === null ? undefined : { name: '--token-url', value: tokenUrl },
  });
  return {
    ...tags,
    url: withoutQuery(url),
    headers: pageHeaders(headers),
    policies: [...policiesInHeader(headers.get('Content-Security-Policy') ?? ''), ...policies],
    frame: { framed: null, sandbox: null, opaque: false },
    elements: [...elements, ...options.elements.map((tag) => ({ tag, presentation: null }))],
  };
}

function pageFault(says: string): Finding {
  return { check: 'page', outcome: 'fault', owner: 'page', says };
}

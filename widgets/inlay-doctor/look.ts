/** Finds out, in the page itself, what the rules want to know. Loaded when the element looks for the first time. */
import {
  askForCheckup,
  askForIntegrity,
  askForToken,
  type Given,
  given,
  nothing,
  reasonOf,
  withoutQuery,
} from '../../doctor/ask.ts';
import { type Policy, policiesInHeader, textOf } from '../../doctor/csp/policy.ts';
import { withNonce } from '../../doctor/csp/written.ts';
import { examine } from '../../doctor/examine.ts';
import type { PageFacts } from '../../doctor/facts.ts';
import type { Finding } from '../../doctor/finding.ts';
import { readTags, type Tag, telling } from '../../doctor/page-tags.ts';
import { pageHeaders } from '../../doctor/rules/window-headers.ts';
import type { GivenSettings } from '../../doctor/settings.ts';
import type { InlayElement } from '../shared/inlay-element.ts';
import { headersOfPage, sandboxAround } from '../shared/page-headers.ts';
import { type FetchToken, page } from '../shared/settings.ts';

export async function look(host: InlayElement, signal: AbortSignal): Promise<Finding[]> {
  const facts = await readPage(host);
  signal.throwIfAborted();
  const { site, api, tokens } = facts.settings;
  const source = host.source || (tokens && tokens !== 'function' && tokens.url);
  const answer = source && tokens ? await tokenFrom(source, signal) : nothing({ came: 'unasked' });
  const asked =
    site && api
      ? await askForCheckup(api, site, answer, { credentials: 'omit', signal })
      : { checkup: { came: 'unasked' } as const, token: answer.facts };
  const integrity = api && facts.tag?.integrity ? await askForIntegrity(api) : null;
  return examine({ page: facts, token: asked.token, worker: { checkup: asked.checkup, integrity, webhook: null } });
}

async function readPage(host: InlayElement): Promise<PageFacts> {
  // A page that was written into a frame has the address of the page around it.
  const url = location.protocol.startsWith('http') ? location.href : document.baseURI;
  const [headers, told] = await headersOrPolicies();
  const found = [...document.querySelectorAll(telling.join())].map(tagOf);
  const { policies, ...tags } = readTags(found, url, givenTo(host));
  const sent = policiesInHeader(headers?.get('Content-Security-Policy') ?? '');
  const nonce = tags.tag?.nonce ?? tags.settings.nonce;
  return {
    ...tags,
    url: withoutQuery(url),
    headers: headers && pageHeaders(headers),
    policies: [...sent.map((policy) => asOfPage(policy, nonce)), ...policies, ...unknownOf(told, policies)],
    frame: { framed: window !== window.top, sandbox: sandboxAround(), opaque: self.origin === 'null' },
  };
}

/** Asked for once more, a page has another nonce. Its own is that of the tag, which has run. */
function asOfPage({ from, directives }: Policy, nonce: string | null): Policy {
  return { from, directives: nonce === null ? directives : withNonce(directives, nonce) };
}

/** The browser tells of policies in `<meta>`, too. */
function unknownOf(told: readonly string[], known: readonly Policy[]): Policy[] {
  const texts = known.map(({ directives }) => textOf(directives));
  return told.flatMap(policiesInHeader).filter(({ directives }) => !texts.includes(textOf(directives)));
}

/** What was set by a script, or on this element, wins over what stands in the page. */
function givenTo({ site, api, tokenUrl, source }: InlayElement): GivenSettings {
  const { settings } = page;
  const where = api || settings.api;
  return {
    site: site || settings.site,
    api: where ? { name: api ? 'api' : 'data-api', value: where } : null,
    tokens:
      typeof source === 'string'
        ? { name: source === tokenUrl ? 'token-url' : 'data-token-url', value: source }
        : source
          ? 'function'
          : page.signedOut
            ? null
            : undefined,
    nonce: settings.cspNonce,
  };
}

/** A nonce is not to be read from the attribute. */
function tagOf(element: Element): Tag {
  const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  return {
    name: element.localName,
    attributes: element instanceof HTMLElement && element.nonce ? { ...attributes, nonce: element.nonce } : attributes,
  };
}

/**
 * The page's headers, had by asking for it once more. A policy that forbids even that is told of by the browser, word by
 * word.
 */
async function headersOrPolicies(): Promise<readonly [Headers | null, readonly string[]]> {
  const policies = new Set<string>();
  const refused = ({ originalPolicy, disposition }: SecurityPolicyViolationEvent) => {
    if (disposition === 'enforce') policies.add(originalPolicy);
  };
  document.addEventListener('securitypolicyviolation', refused);
  const headers = await headersOfPage()
    .catch(() => headersOfPage('GET'))
    .catch(() => null);
  // The browser tells of it in a task of its own.
  if (!headers) await new Promise((resolve) => setTimeout(resolve));
  document.removeEventListener('securitypolicyviolation', refused);
  return [headers, [...policies]];
}

async function tokenFrom(source: string | FetchToken, signal: AbortSignal): Promise<Given> {
  if (typeof source === 'string') return askForToken(source, { credentials: 'same-origin', signal });
  try {
    return given(await source({ current: null, reason: 'initial', signal }));
  } catch (error) {
    return nothing({ came: 'nothing', reason: reasonOf(error) });
  }
}

/** What travels in the clear, which browsers forbid on a page that does not. */
import type { PageFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';

export function mixedContent({ url, tag, settings: { api, tokens } }: PageFacts, live: boolean): Finding[] {
  const page = new URL(url);
  const check = 'mixed-content';
  if (isClear(page)) {
    if (!live) return [];
    const says = 'This page is served over http, and the site is in live mode. Serve it over https:';
    const paste = url.replace(/^http:/, 'https:');
    return [{ check, outcome: 'fault', owner: 'page', says, paste }];
  }
  if (page.protocol !== 'https:') return [];
  const loaded: (readonly [attribute: string, address: string | null])[] = [
    ['src', tag?.src ?? null],
    ['data-api', api !== null && api === originOf(tag?.src) ? null : api],
    ['data-token-url', tokens === 'function' ? null : (tokens?.url ?? null)],
  ];
  const clear = loaded.flatMap(([attribute, address]) => {
    const there = address === null ? null : new URL(address, url);
    return there !== null && isClear(there) ? [{ attribute, address: `${there.origin}${there.pathname}` }] : [];
  });
  if (clear.length === 0) {
    return [{ check, outcome: 'ok', owner: 'page', says: 'Everything of the kit is loaded over https.' }];
  }
  return clear.map(({ attribute, address }) => ({
    check,
    outcome: 'fault',
    owner: 'tag',
    says: `A page on https may load nothing over http: ${address}`,
    paste: `${attribute}="${secured(attribute, address)}"`,
  }));
}

function secured(attribute: string, address: string): string {
  const { href, origin } = new URL(address.replace(/^http:/, 'https:'));
  return attribute === 'data-api' ? origin : href;
}

function originOf(address: string | undefined): string | null {
  return address === undefined ? null : (URL.parse(address)?.origin ?? null);
}

/** Browsers trust this machine whatever the scheme. */
function isClear({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && !/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

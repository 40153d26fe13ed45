/** What the script tag and each element need a Content-Security-Policy to allow: the one list of it. */
import type { Deed } from './csp/allows.ts';
import type { Need } from './csp/need.ts';
import type { ElementFacts, PageFacts } from './facts.ts';
import { type StripeNeeds, stripeNeedsOf } from './stripe-needs.ts';

/** All that the page needs, each thing once. */
export function needsOf(page: PageFacts): Need[] {
  const needs = [...ofTag(page), ...ofRequests(page), ...page.elements.flatMap((element) => ofElement(element, page))];
  const known = new Map<string, Need>();
  for (const need of needs) {
    const key = `${need.deed.does} ${need.source} ${need.deed.does === 'script' && need.deed.url}`;
    if (!known.has(key)) known.set(key, need);
  }
  return [...known.values()];
}

/** The loader, and the files it loads for the elements: they share its nonce, and no hash. */
function ofTag({ url, tag }: PageFacts): Need[] {
  if (tag === null) return [];
  const own = new URL(tag.src, url);
  const script = { does: 'script', inHtml: true, nonce: tag.nonce ?? undefined } as const;
  const source = sourceFor(own, url);
  return [
    { source, who: 'the script tag', deed: { ...script, url: own, integrity: tag.integrity ?? undefined } },
    { source, who: 'the files of the elements', deed: { ...script, url: new URL('/v/any/file.js', own) } },
  ];
}

function ofRequests({ url, settings: { api, tokens } }: PageFacts): Need[] {
  const asked: (readonly [who: string, address: URL])[] = [];
  if (api !== null) asked.push(['every element, to ask the Worker', new URL('/v1/sites/any/config', api)]);
  if (tokens !== null && tokens !== 'function') asked.push(['the token route', new URL(tokens.url, url)]);
  return asked.map(([who, address]) => ({
    who,
    source: sourceFor(address, url),
    deed: { does: 'connect', url: address },
  }));
}

function ofElement(element: ElementFacts, page: PageFacts): Need[] {
  const who = `<${element.tag}>`;
  const { standIn, settings } = page;
  const needs = standIn === null ? stripeNeedsOf(element) : ofStandIn(stripeNeedsOf(element), standIn);
  const address = (origin: string) => new URL('/any', origin.replace('*', 'any'));
  const addresses = (does: 'connect' | 'frame' | 'image', origins: readonly string[] = []): Need[] =>
    origins.map((origin) => ({ who, source: origin, deed: { does, url: address(origin) } }));
  const nonce = settings.nonce ?? undefined;
  return [
    // From npm they share the page's own Lit.
    policy(page.tag === null ? 'lit-html' : 'inlay-html', 'every element'),
    ...(needs.script ? [policy('inlay', who)] : []),
    ...(needs.script ?? []).map((origin): Need => {
      const deed: Deed = { does: 'script', url: address(origin), nonce };
      return { who, source: origin, deed };
    }),
    ...addresses('frame', needs.frame),
    ...addresses('connect', needs.connect),
    ...addresses('image', needs.image),
    ...(needs.style ?? []).map((hash): Need => ({ who, source: `'${hash}'`, deed: { does: 'style', hash } })),
  ];
}

/** It shows in the page itself what Stripe shows in frames, and asks from there. */
function ofStandIn({ script }: StripeNeeds, standIn: string): StripeNeeds {
  const origins = [standIn];
  return script ? { script: origins, frame: origins, connect: origins, image: origins } : {};
}

function policy(name: string, who: string): Need {
  return { who, source: name, deed: { does: 'policy', name } };
}

function sourceFor(address: URL, page: string): string {
  return address.origin === new URL(page).origin ? "'self'" : address.origin;
}

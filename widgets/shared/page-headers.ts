/**
 * Tells a developer which header of the page keeps a bank's own login, or Stripe's, from working. Looked at once a page, when
 * one may be needed, and in the way of nothing.
 */

/** What a page says of itself; null where it says nothing, or none can be read. */
export interface PageFacts {
  readonly openerPolicy: string | null;
  readonly embedderPolicy: string | null;
  readonly referrerPolicy: string | null;
  /** `content` of the page's `<meta name="referrer">`. */
  readonly metaReferrer: string | null;
  /** `sandbox` of the frame that the page is in. */
  readonly sandbox: string | null;
}

/** One sentence a problem, naming what to change. */
export function problemsOf(facts: PageFacts): string[] {
  const problems: string[] = [];
  if (directive(facts.openerPolicy) === 'same-origin') {
    problems.push(
      'Cross-Origin-Opener-Policy: same-origin cuts off the windows of Stripe and of banks: use same-origin-allow-popups.',
    );
  }
  const embedder = directive(facts.embedderPolicy);
  if (embedder === 'require-corp' || embedder === 'credentialless') {
    problems.push(`Cross-Origin-Embedder-Policy: ${embedder} is not supported by Stripe.js: leave the header out.`);
  }
  // The last of several that a browser knows is the one that holds.
  if (directive(facts.referrerPolicy?.split(',').at(-1) ?? null) === 'no-referrer') {
    problems.push('Referrer-Policy: no-referrer breaks the login at some banks: use strict-origin-when-cross-origin.');
  }
  if (directive(facts.metaReferrer) === 'no-referrer') {
    problems.push(
      '<meta name="referrer" content="no-referrer"> breaks the login at some banks: use strict-origin-when-cross-origin.',
    );
  }
  if (facts.sandbox !== null && !/\ballow-popups-to-escape-sandbox\b/i.test(facts.sandbox)) {
    problems.push(
      'The sandbox of the iframe around this page keeps banks from working: add allow-popups-to-escape-sandbox.',
    );
  }
  return problems;
}

function directive(header: string | null): string | undefined {
  return header?.split(';')[0]?.trim().toLowerCase();
}

let looked = false;

/** Never fails: what cannot be found out is not spoken of. */
export async function lookAtPage(tag: string): Promise<void> {
  if (looked) return;
  looked = true;
  for (const problem of problemsOf(await readFacts())) console.warn(`[inlay] <${tag}> ${problem}`);
}

async function readFacts(): Promise<PageFacts> {
  const headers = await headersOfPage().catch(() => new Headers());
  return {
    openerPolicy: headers.get('Cross-Origin-Opener-Policy'),
    embedderPolicy: headers.get('Cross-Origin-Embedder-Policy'),
    referrerPolicy: headers.get('Referrer-Policy'),
    metaReferrer: document.querySelector<HTMLMetaElement>('meta[name=referrer i]')?.content ?? null,
    sandbox: sandboxAround(),
  };
}

/** Readable by asking for the page once more. Not in `api.ts`, which every page would pay for. */
async function headersOfPage(): Promise<Headers> {
  const response = await fetch(location.href, { method: 'HEAD', signal: AbortSignal.timeout(5_000) });
  return response.headers;
}

/** Only a frame of the page's own origin can be looked at. */
function sandboxAround(): string | null {
  try {
    return window.frameElement?.getAttribute('sandbox') ?? null;
  } catch {
    return null;
  }
}

/**
 * Tells a developer which header of the page keeps a bank's own login, or Stripe's, from working. Looked at once a page, when
 * one may be needed, and in the way of nothing.
 */
import type { PageHeaders } from '../../doctor/facts.ts';
import { sandbox } from '../../doctor/rules/sandbox.ts';
import { pageHeaders, windowHeaders } from '../../doctor/rules/window-headers.ts';

/** What a page says of itself; null where it says nothing, or none can be read. */
export interface WindowFacts extends PageHeaders {
  /** `content` of the page's `<meta name="referrer">`. */
  readonly metaReferrer: string | null;
  /** `sandbox` of the frame that the page is in. */
  readonly sandbox: string | null;
}

/** One sentence a problem, with what to put in its place. */
export function problemsOf(facts: WindowFacts, tag: string): string[] {
  const frame = { framed: null, sandbox: facts.sandbox, opaque: false };
  const elements = [{ tag, presentation: null }];
  const findings = [...windowHeaders(facts, facts.metaReferrer, elements), ...sandbox({ frame, elements })];
  return findings.flatMap(({ outcome, says, paste }) => (outcome === 'fault' ? [`${says} ${paste}`] : []));
}

let looked = false;

/** Never fails: what cannot be found out is not spoken of. */
export async function lookAtPage(tag: string): Promise<void> {
  if (looked) return;
  looked = true;
  for (const problem of problemsOf(await readFacts(), tag)) console.warn(`[inlay] <${tag}> ${problem}`);
}

async function readFacts(): Promise<WindowFacts> {
  const headers = await headersOfPage().catch(() => new Headers());
  return { ...pageHeaders(headers), metaReferrer: metaReferrer(document), sandbox: sandboxAround() };
}

/** Readable by asking for the page once more. Not in `api.ts`, which every page would pay for. */
export async function headersOfPage(method = 'HEAD'): Promise<Headers> {
  const response = await fetch(location.href, { method, signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw response.status;
  return response.headers;
}

export function metaReferrer(page: ParentNode): string | null {
  return page.querySelector<HTMLMetaElement>('meta[name=referrer i]')?.content ?? null;
}

/** Only a frame of the page's own origin can be looked at. */
export function sandboxAround(): string | null {
  try {
    return window.frameElement?.getAttribute('sandbox') ?? null;
  } catch {
    return null;
  }
}

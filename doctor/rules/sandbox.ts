/** The sandbox of the frame around the page. Of its own: an element looks at it when it opens a window. */
import type { ElementFacts, PageFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { opensWindows, stripeNeedsOf } from '../stripe-needs.ts';

const found = { check: 'sandbox', outcome: 'fault', owner: 'page' } as const;

/** What a sandbox has to allow, and for which of the elements. */
function needsOf(elements: readonly ElementFacts[]): string[] {
  return [
    'allow-scripts',
    'allow-same-origin',
    // Frames of Stripe's are in the same sandbox.
    ...(elements.some((element) => stripeNeedsOf(element).frame) ? ['allow-forms'] : []),
    ...(elements.some(opensWindows) ? ['allow-popups', 'allow-popups-to-escape-sandbox'] : []),
  ];
}

/** What elements need, and `flags` do not allow. */
export function missingIn(flags: readonly string[], elements: readonly ElementFacts[]): string[] {
  const given = flags.map((flag) => flag.toLowerCase());
  return needsOf(elements).filter((flag) => !given.includes(flag));
}

export function sandbox({ frame, elements }: Pick<PageFacts, 'frame' | 'elements'>): Finding[] {
  const attribute = (flags: readonly string[]) => `sandbox="${flags.join(' ')}"`;
  if (frame.sandbox !== null) {
    const flags = frame.sandbox.split(/\s+/).filter((flag) => flag !== '');
    const missing = missingIn(flags, elements);
    if (missing.length === 0) return [];
    const says = `The sandbox of the iframe around this page lacks ${missing.join(' and ')}. Give the iframe:`;
    return [{ ...found, says, paste: attribute([...flags, ...missing]) }];
  }
  if (!frame.opaque) return [];
  const says =
    'This page has no origin of its own: a sandbox around it lacks allow-same-origin, and the Worker refuses the origin "null". Give the iframe:';
  return [{ ...found, says, paste: attribute(needsOf(elements)) }];
}

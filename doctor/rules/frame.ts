/** The page in a sandbox of its own policy, or in a frame. */
import { inPlaceOf } from '../csp/written.ts';
import type { ElementFacts, PageFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { missingIn } from './sandbox.ts';

export function sandboxOfPolicy({ policies, elements }: PageFacts): Finding[] {
  return policies.flatMap((policy): Finding[] => {
    const { directives } = policy;
    const flags = directives.get('sandbox');
    const missing = flags ? missingIn(flags, elements) : [];
    if (!flags || missing.length === 0) return [];
    const mended = new Map([...directives, ['sandbox', [...flags, ...missing]]]);
    const { says, paste } = inPlaceOf(policy, policies, mended);
    return [
      {
        check: 'sandbox',
        outcome: 'fault',
        owner: 'page',
        says: `The directive sandbox of the Content-Security-Policy lacks ${missing.join(' and ')}. ${says}`,
        paste,
      },
    ];
  });
}

/** Stripe's own pages are shown in no frame: there an element takes the way that is left, whatever it was told. */
export function inFrame(page: PageFacts): PageFacts {
  return page.frame.framed === true ? { ...page, elements: page.elements.map(takingTheWayThatIsLeft) } : page;
}

function takingTheWayThatIsLeft(element: ElementFacts): ElementFacts {
  if (/^connect-(onboard|account)/.test(element.tag)) return { ...element, presentation: 'popup' };
  return element.tag === 'connect-checkout-button' ? { ...element, presentation: 'inline' } : element;
}

export function framed({ frame }: PageFacts): Finding[] {
  if (frame.framed !== true) return [];
  const says =
    'This page is in a frame, and Stripe’s own pages open in none: onboarding opens a window here, and Checkout stands in the page.';
  return [{ check: 'frame', owner: 'tag', outcome: 'ok', says }];
}

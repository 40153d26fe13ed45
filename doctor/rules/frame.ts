/** The page in a frame, or in a sandbox: of its own policy, or of the frame around it. */
import { amended } from '../csp/amend.ts';
import { textOf } from '../csp/policy.ts';
import type { ElementFacts, PageFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { opensWindows, stripeNeedsOf } from '../needs.ts';

/** What a sandbox has to allow, and for which of the elements. */
export function sandboxNeeds(elements: readonly ElementFacts[]): string[] {
  return [
    'allow-scripts',
    'allow-same-origin',
    // Frames of Stripe's are in the same sandbox.
    ...(elements.some((element) => stripeNeedsOf(element).frame) ? ['allow-forms'] : []),
    ...(elements.some(opensWindows) ? ['allow-popups', 'allow-popups-to-escape-sandbox'] : []),
  ];
}

export function sandbox({ policies, frame, elements }: Pick<PageFacts, 'policies' | 'frame' | 'elements'>): Finding[] {
  const needed = sandboxNeeds(elements);
  const lacking = (flags: readonly string[]) => {
    const given = flags.map((flag) => flag.toLowerCase());
    return needed.filter((flag) => !given.includes(flag));
  };
  const found = { check: 'sandbox', outcome: 'fault', owner: 'page' } as const;
  const findings: Finding[] = [];
  if (frame.sandbox !== null) {
    const flags = words(frame.sandbox);
    const missing = lacking(flags);
    if (missing.length > 0) {
      const says = `The sandbox of the iframe around this page lacks ${missing.join(' and ')}. Give the iframe:`;
      findings.push({ ...found, says, paste: `sandbox="${[...flags, ...missing].join(' ')}"` });
    }
  } else if (frame.opaque) {
    findings.push({
      ...found,
      says: 'This page has no origin of its own: a sandbox around it lacks allow-same-origin, and the Worker refuses the origin "null". Give the iframe:',
      paste: `sandbox="${needed.join(' ')}"`,
    });
  }
  for (const { directives } of policies) {
    const missing = directives.has('sandbox') ? lacking(directives.get('sandbox') ?? []) : [];
    if (missing.length === 0) continue;
    const flags = [...(directives.get('sandbox') ?? []), ...missing];
    findings.push({
      ...found,
      says: `The directive sandbox of the Content-Security-Policy lacks ${missing.join(' and ')}. Send this one instead:`,
      paste: `Content-Security-Policy: ${textOf(new Map([...amended(directives, []), ['sandbox', flags]]))}`,
    });
  }
  if (findings.length > 0) return findings;
  return [{ ...found, outcome: 'ok', says: 'No sandbox that can be seen from here keeps the elements from working.' }];
}

/** Stripe's own pages are shown in no frame. */
export function framed({ frame, elements }: PageFacts): Finding[] {
  if (frame.framed !== true) return [];
  const found = { check: 'frame', owner: 'tag' } as const;
  const says = 'This page is in a frame, and Stripe’s own pages open in none.';
  const onboarding = elements.filter(
    ({ tag, presentation }) => /^connect-(onboard|account)/.test(tag) && presentation !== 'popup',
  );
  const buying = elements.filter(
    ({ tag, presentation }) => tag === 'connect-checkout-button' && presentation !== 'inline',
  );
  const faults = [
    ...onboarding.map(({ tag }) => ({ tag, paste: 'presentation="popup"' })),
    ...buying.map(({ tag }) => ({ tag, paste: 'presentation="inline"' })),
  ];
  if (faults.length === 0) return [{ ...found, outcome: 'ok', says: `${says} No element here leads to one.` }];
  return faults.map(({ tag, paste }) => ({ ...found, outcome: 'fault', says: `${says} Give <${tag}>:`, paste }));
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

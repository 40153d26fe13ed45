/** The page in a sandbox of its own policy, or in a frame. */
import { textOf } from '../csp/policy.ts';
import type { PageFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { missingIn } from './sandbox.ts';

export function sandboxOfPolicy({ policies, elements }: PageFacts): Finding[] {
  return policies.flatMap(({ directives }): Finding[] => {
    const flags = directives.get('sandbox');
    const missing = flags ? missingIn(flags, elements) : [];
    if (!flags || missing.length === 0) return [];
    const mended = textOf(new Map([...directives, ['sandbox', [...flags, ...missing]]]));
    return [
      {
        check: 'sandbox',
        outcome: 'fault',
        owner: 'page',
        says: `The directive sandbox of the Content-Security-Policy lacks ${missing.join(' and ')}. Send this one instead:`,
        paste: `Content-Security-Policy: ${mended}`,
      },
    ];
  });
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

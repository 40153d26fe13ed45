/** The headers of a page with these elements: nothing that none of them needs. */
import { type StripeNeeds, stripeNeedsOf } from '../../../doctor/stripe-needs.ts';
import type { Wanted } from './wanted.ts';

/** Where a server has to put what it makes up for each response. */
export const NONCE = '{NONCE}';

export interface PolicyFacts {
  /** Of the import map in the page, where there is one. */
  readonly mapHash: string | null;
  /** What stands in for Stripe; null for Stripe itself. */
  readonly standIn: string | null;
}

type Directives = readonly (readonly [name: string, sources: readonly string[]])[];

export function policyOf(wanted: Wanted, { mapHash, standIn }: PolicyFacts): Directives {
  const needs = wanted.elements.map(stripeNeedsOf);
  const all = (kind: keyof StripeNeeds) => [...new Set(needs.flatMap((need) => need[kind] ?? []))];
  const stripe = (kind: keyof StripeNeeds) => {
    const origins = all(kind);
    return standIn === null || origins.length === 0 ? origins : [standIn];
  };
  const { worker, nonce, frontend } = wanted;
  const directives: Directives = [
    ['default-src', ["'none'"]],
    // Browsers that know strict-dynamic go by the nonce, others by the origins.
    [
      'script-src',
      [
        ...(nonce ? [`'nonce-${NONCE}'`, "'strict-dynamic'"] : mapHash === null ? [] : [`'${mapHash}'`]),
        // A package is part of the site's own code.
        frontend === 'html' ? worker : "'self'",
        ...stripe('script'),
      ],
    ],
    ['connect-src', ["'self'", worker, ...stripe('connect')]],
    ['frame-src', stripe('frame')],
    ['img-src', ["'self'", ...stripe('image')]],
    ['style-src', ["'self'", ...(standIn === null ? all('style').map((hash) => `'${hash}'`) : [])]],
    ['form-action', ["'self'"]],
    ['base-uri', ["'none'"]],
    ['frame-ancestors', ["'none'"]],
    ...(wanted.trustedTypes
      ? ([
          ['require-trusted-types-for', ["'script'"]],
          [
            'trusted-types',
            [frontend === 'html' ? 'inlay-html' : 'lit-html', ...(all('script').length > 0 ? ['inlay'] : [])],
          ],
        ] as const)
      : []),
  ];
  return directives.filter(([, sources]) => sources.length > 0);
}

export function headersOf(wanted: Wanted, facts: PolicyFacts): readonly (readonly [name: string, value: string])[] {
  const policy = policyOf(wanted, facts).map(([name, sources]) => [name, ...sources].join(' '));
  return [
    ['Content-Security-Policy', policy.join('; ')],
    ['Cross-Origin-Opener-Policy', 'same-origin-allow-popups'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ];
}

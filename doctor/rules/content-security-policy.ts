/** Whether the page's policies let the kit work, and if not, what to send in their place. */
import { allows, type Deed, decisionOn, isStrictDynamic } from '../csp/allows.ts';
import { amended } from '../csp/amend.ts';
import type { Need } from '../csp/need.ts';
import type { Policy } from '../csp/policy.ts';
import { inPlaceOf, NONCE } from '../csp/written.ts';
import type { PageFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { needsOf } from '../needs.ts';

const check = 'content-security-policy';

export function contentSecurityPolicy(page: PageFacts): Finding[] {
  const { headers, policies } = page;
  const needs = needsOf(page);
  const self = new URL(page.url);
  const faults = policies.flatMap((policy) => judge(policy, policies, needs, self));
  if (faults.length > 0) return faults;
  if (headers === null) {
    return [
      {
        check,
        outcome: 'unknown',
        owner: 'page',
        says: 'The headers of this page could not be read from here. From a terminal they can: npx inlay doctor.',
      },
    ];
  }
  const says =
    policies.length === 0
      ? 'The page has no Content-Security-Policy: nothing is forbidden.'
      : 'The Content-Security-Policy allows what is on this page.';
  return [{ check, outcome: 'ok', owner: 'page', says }];
}

function judge(policy: Policy, all: readonly Policy[], needs: readonly Need[], self: URL): Finding[] {
  const { from, directives } = policy;
  const refused = needs.filter(({ deed }) => !allows(directives, deed, self));
  const byAddress = (need: Need) => !wantsNonce(need.deed, directives);
  const toAllow = refused.filter(byAddress);
  const findings: Finding[] = [];
  if (toAllow.length > 0) {
    const { says, paste } = inPlaceOf(policy, all, amended(directives, toAllow));
    findings.push({
      check,
      outcome: 'fault',
      owner: 'page',
      says: `The Content-Security-Policy of ${from === 'meta' ? 'a <meta> in the page' : 'the response'} forbids what is on this page. ${says}`,
      details: lines(toAllow, directives),
      paste,
    });
  }
  if (toAllow.length < refused.length) {
    findings.push({
      check,
      outcome: 'fault',
      owner: 'tag',
      says: `With 'strict-dynamic' in script-src only a nonce lets a script tag load, and its files with it. Put the nonce of each response on the tag, in place of ${NONCE}:`,
      paste: `nonce="${NONCE}"`,
    });
  }
  return findings;
}

/** No address in the policy would help a script that stands in the page. */
function wantsNonce(deed: Deed, directives: Policy['directives']): boolean {
  return deed.does === 'script' && deed.inHtml === true && isStrictDynamic(decisionOn('script', directives).sources);
}

/** One line a directive and source, naming all who need it. */
function lines(needs: readonly Need[], directives: Policy['directives']): string[] {
  const by = Map.groupBy(needs, ({ deed, source }) => {
    const { name, own } = decisionOn(deed.does, directives);
    return `${name === own ? own : `${own} (here ${name})`} lacks ${source}`;
  });
  return [...by].map(([what, some]) => `${what}: for ${[...new Set(some.map(({ who }) => who))].join(', ')}`);
}

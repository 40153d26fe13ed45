/** From facts to findings: every rule there is. Pure. */
import type { Facts, PageFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { contentSecurityPolicy } from './rules/content-security-policy.ts';
import { framed, inFrame, sandboxOfPolicy } from './rules/frame.ts';
import { mixedContent } from './rules/mixed-content.ts';
import { sandbox } from './rules/sandbox.ts';
import { elementsOnPage, integrity, scriptTag, stripeScript } from './rules/script-tag.ts';
import { tokenRoute } from './rules/token-route.ts';
import { windowHeaders } from './rules/window-headers.ts';
import { worker } from './rules/worker.ts';

export function examine(seen: Facts): Finding[] {
  const { worker: asked } = seen;
  const live = asked.checkup.came === 'answer' && asked.checkup.checkup.mode === 'live';
  const page = inFrame(live ? { ...seen.page, standIn: null } : seen.page);
  const facts = { ...seen, page };
  return [
    ...contentSecurityPolicy(page),
    ...windows(page),
    ...sandboxes(page),
    ...mixedContent(page, live),
    ...stripeScript(seen.page, live),
    ...scriptTag(page),
    ...integrity(page, asked),
    ...elementsOnPage(page),
    ...framed(page),
    ...tokenRoute(facts),
    ...worker(facts),
  ];
}

/** Of headers that could not be read, only what the page itself says is known. */
function windows({ headers, metaReferrer, elements }: PageFacts): Finding[] {
  if (headers !== null) return windowHeaders(headers, metaReferrer, elements);
  const none = { openerPolicy: null, embedderPolicy: null, referrerPolicy: null };
  return windowHeaders(none, metaReferrer, elements).filter(({ outcome }) => outcome === 'fault');
}

function sandboxes(page: PageFacts): Finding[] {
  const faults = [...sandbox(page), ...sandboxOfPolicy(page)];
  if (faults.length > 0) return faults;
  const says = 'No sandbox that can be seen from here keeps the elements from working.';
  return [{ check: 'sandbox', outcome: 'ok', owner: 'page', says }];
}

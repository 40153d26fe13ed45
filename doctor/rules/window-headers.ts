/** Headers that keep a bank's own login, or Stripe's, from working in the window it opens. */
import type { ElementFacts, PageHeaders } from '../facts.ts';
import type { Check, Finding } from '../finding.ts';
import { opensWindows, stripeNeedsOf } from '../stripe-needs.ts';

export function pageHeaders(headers: Headers): PageHeaders {
  return {
    openerPolicy: headers.get('Cross-Origin-Opener-Policy'),
    embedderPolicy: headers.get('Cross-Origin-Embedder-Policy'),
    referrerPolicy: headers.get('Referrer-Policy'),
  };
}

/** @param metaReferrer `content` of the page's `<meta name="referrer">` */
export function windowHeaders(
  headers: PageHeaders,
  metaReferrer: string | null,
  elements: readonly ElementFacts[],
): Finding[] {
  const windows = elements.some(opensWindows);
  const loadsStripe = elements.some((element) => stripeNeedsOf(element).script);
  return [
    windows
      ? openerPolicy(directive(headers.openerPolicy))
      : fine('cross-origin-opener-policy', 'No element here opens a window that has to stay in touch with this page.'),
    loadsStripe
      ? embedderPolicy(directive(headers.embedderPolicy))
      : fine(
          'cross-origin-embedder-policy',
          'No element here loads Stripe.js, which a Cross-Origin-Embedder-Policy could break.',
        ),
    windows
      ? referrerPolicy(headers.referrerPolicy, metaReferrer)
      : fine('referrer-policy', 'No element here opens a window of a bank, which would want to know this site.'),
  ];
}

function openerPolicy(value: string | undefined): Finding {
  const check = 'cross-origin-opener-policy';
  if (value !== 'same-origin') return fine(check, 'Windows of Stripe and of banks may stay in touch with this page.');
  return {
    ...fault(check, 'Cross-Origin-Opener-Policy: same-origin cuts off the windows of Stripe and of banks. Send:'),
    paste: 'Cross-Origin-Opener-Policy: same-origin-allow-popups',
  };
}

function embedderPolicy(value: string | undefined): Finding {
  const check = 'cross-origin-embedder-policy';
  if (value !== 'require-corp' && value !== 'credentialless') {
    return fine(check, 'No Cross-Origin-Embedder-Policy keeps frames of Stripe’s out.');
  }
  return {
    ...fault(
      check,
      `Cross-Origin-Embedder-Policy: ${value} is not supported by Stripe.js: leave the header out, or send:`,
    ),
    paste: 'Cross-Origin-Embedder-Policy: unsafe-none',
  };
}

const REFERRER = /^(no-referrer(-when-downgrade)?|same-origin|(strict-)?origin(-when-cross-origin)?|unsafe-url)$/;
/** Words of old, which browsers still know in `<meta>`. */
const OLD_REFERRER = /^(never|default|always|origin-when-crossorigin)$/;
/** They tell another site nothing. */
const SILENT = /^(no-referrer|same-origin|never)$/;

function referrerPolicy(header: string | null, meta: string | null): Finding {
  const check = 'referrer-policy';
  const good = 'strict-origin-when-cross-origin';
  const inMeta = [meta?.toLowerCase() ?? ''].find((word) => REFERRER.test(word) || OLD_REFERRER.test(word));
  if (inMeta !== undefined) {
    if (!SILENT.test(inMeta)) return told(check);
    const tag = (content: string) => `<meta name="referrer" content="${content}">`;
    return { ...fault(check, `${tag(inMeta)} breaks the login at some banks. Write:`), paste: tag(good) };
  }
  // The last of several that a browser knows is the one that holds.
  const sent = header
    ?.split(',')
    .map((word) => word.trim().toLowerCase())
    .findLast((word) => REFERRER.test(word));
  if (sent === undefined || !SILENT.test(sent)) return told(check);
  return {
    ...fault(check, `Referrer-Policy: ${sent} breaks the login at some banks. Send:`),
    paste: `Referrer-Policy: ${good}`,
  };
}

function told(check: Check): Finding {
  return fine(check, 'Banks learn which site they were opened from.');
}

function directive(header: string | null): string | undefined {
  return header?.split(';')[0]?.trim().toLowerCase();
}

function fine(check: Check, says: string): Finding {
  return { check, outcome: 'ok', owner: 'page', says };
}

function fault(check: Check, says: string): Finding {
  return { check, outcome: 'fault', owner: 'page', says };
}

/** Headers that keep a bank's own login, or Stripe's, from working in the window it opens. */
import type { PageHeaders } from '../facts.ts';
import type { Check, Finding } from '../finding.ts';

export function pageHeaders(headers: Headers): PageHeaders {
  return {
    openerPolicy: headers.get('Cross-Origin-Opener-Policy'),
    embedderPolicy: headers.get('Cross-Origin-Embedder-Policy'),
    referrerPolicy: headers.get('Referrer-Policy'),
  };
}

/** @param metaReferrer `content` of the page's `<meta name="referrer">` */
export function windowHeaders(headers: PageHeaders, metaReferrer: string | null): Finding[] {
  return [
    openerPolicy(directive(headers.openerPolicy)),
    embedderPolicy(directive(headers.embedderPolicy)),
    // The last of several that a browser knows is the one that holds.
    referrerPolicy(directive(headers.referrerPolicy?.split(',').at(-1) ?? null), directive(metaReferrer)),
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

function referrerPolicy(header: string | undefined, meta: string | undefined): Finding {
  const check = 'referrer-policy';
  const good = 'strict-origin-when-cross-origin';
  if (meta === 'no-referrer') {
    const tag = (content: string) => `<meta name="referrer" content="${content}">`;
    return { ...fault(check, `${tag('no-referrer')} breaks the login at some banks. Write:`), paste: tag(good) };
  }
  if (header === 'no-referrer' && !meta) {
    return {
      ...fault(check, 'Referrer-Policy: no-referrer breaks the login at some banks. Send:'),
      paste: `Referrer-Policy: ${good}`,
    };
  }
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

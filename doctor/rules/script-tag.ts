/** The script tag: what is set, and whether its hash is that of the file. */
import type { PageFacts, WorkerFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { newestFile } from '../newest-file.ts';
import { addresses } from './addresses.ts';

/** These work for whoever is not signed in. */
const forAnybody = ['connect-checkout-button', 'inlay-doctor'];

export function needToken(elements: PageFacts['elements']): boolean {
  return !elements.every(({ tag }) => forAnybody.includes(tag));
}

export function scriptTag(page: PageFacts): Finding[] {
  const { tag, settings, elements, unreadable } = page;
  const found = { check: 'settings', outcome: 'fault', owner: 'tag' } as const;
  // What is there, and cannot be read, is not missing.
  const findings = addresses(page);
  const isThere = (pattern: RegExp) => unreadable.some(({ name }) => pattern.test(name));
  const init = (name: string, example: string) => `init({ ${name}: '${example}' })`;
  if (!settings.site) {
    const says = 'No site is set. Add the id that your operator gave you:';
    findings.push({ ...found, says, paste: tag ? 'data-site="site_…"' : init('site', 'site_…') });
  }
  if (!settings.api && !isThere(/(api|src)$/)) {
    const says = 'No Worker is set. Add its origin:';
    findings.push({
      ...found,
      says,
      paste: tag ? 'data-api="https://pay.example.com"' : init('api', 'https://pay.example.com'),
    });
  }
  if (settings.tokens === null && !isThere(/token-url$/) && needToken(elements)) {
    const says = 'No token route is set, which the elements on this page need:';
    findings.push({ ...found, says, paste: tag ? 'data-token-url="/inlay/token"' : init('tokenUrl', '/inlay/token') });
  }
  if (findings.length > 0) return findings;
  return [{ ...found, outcome: 'ok', says: `The site is ${settings.site}, the Worker ${settings.api}.` }];
}

export function integrity({ url, tag, settings }: PageFacts, { integrity: published }: WorkerFacts): Finding[] {
  if (tag === null || !tag.integrity) return [];
  const found = { check: 'integrity', outcome: 'fault', owner: 'tag' } as const;
  const file = new URL(tag.src, url).pathname.slice(1);
  const hash = published?.[file];
  if (published === null) {
    return [
      { ...found, outcome: 'unknown', says: 'The hashes that the Worker publishes could not be read from here.' },
    ];
  }
  if (!tag.module && !tag.crossOrigin) {
    return [
      {
        ...found,
        says: 'A script with integrity from another origin is refused without:',
        paste: 'crossorigin="anonymous"',
      },
    ];
  }
  if (!file.startsWith('v/')) {
    const newest = newestFile(file.split('/').at(-1) ?? '', published, tag, settings);
    const says = `${file} changes with every release, and would not load then. Take the file that stays:`;
    return [{ ...found, says, ...(newest && { paste: newest }) }];
  }
  if (hash === undefined) {
    return [{ ...found, outcome: 'unknown', says: `The Worker no longer publishes a hash of ${file}.` }];
  }
  if (!tag.integrity.split(/\s+/).includes(hash)) {
    const says = `The hash is not that of ${file}: browsers will not run it. Its own is:`;
    return [{ ...found, says, paste: `integrity="${hash}"` }];
  }
  return [{ ...found, outcome: 'ok', says: `The hash is that of ${file}.` }];
}

/** Who puts a copy of Stripe's script on a page that takes real money breaks what banks ask of them. */
export function stripeScript({ standIn }: PageFacts, live: boolean): Finding[] {
  if (standIn === null || !live) return [];
  return [
    {
      check: 'stripe-script',
      outcome: 'unknown',
      owner: 'page',
      says: `In live mode Stripe.js has to come from Stripe itself. A script from ${standIn} has the address of one that stands in for it: if that is what it is, leave it out, or load:`,
      paste: '<script src="https://js.stripe.com/endive/stripe.js"></script>',
    },
  ];
}

export function elementsOnPage({ elements }: PageFacts): Finding[] {
  if (elements.some(({ tag }) => tag !== 'inlay-doctor')) return [];
  return [
    {
      check: 'elements',
      outcome: 'unknown',
      owner: 'tag',
      says: 'No element of the kit was seen on the page. Where a script puts one there later, what only that one needs has not been looked at.',
    },
  ];
}

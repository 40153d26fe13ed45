/** What the tags of a page say: the same of a document in a browser and of HTML as it was sent. Pure. */
import { type Policy, policyInMeta } from './csp/policy.ts';
import type { ElementFacts, PageFacts, TagFacts } from './facts.ts';
import { addressIn, type GivenSettings, readSettings } from './settings.ts';

export interface Tag {
  readonly name: string;
  /** Names in small letters. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every element of the kit. */
export const kit = [
  'connect-onboard-button',
  'connect-account-status',
  'link-bank-account',
  'linked-bank-accounts',
  'cashapp-save-method',
  'saved-payment-methods',
  'connect-checkout-button',
  'connect-embedded',
];

/** Tags that are worth reading. */
export const telling = ['script', 'meta', 'body', ...kit];

/** Any other tag ends the head, whether or not a `<body>` is written. */
const ofHead = ['html', 'head', 'title', 'base', 'link', 'meta', 'style', 'script', 'noscript', 'template'];

type FromTags = Pick<PageFacts, 'tag' | 'settings' | 'unreadable' | 'elements' | 'standIn' | 'metaReferrer'> & {
  readonly policies: readonly Policy[];
};

export function readTags(tags: readonly Tag[], url: string, given: GivenSettings = {}): FromTags {
  const named = (name: string) => tags.filter((tag) => tag.name === name).map(({ attributes }) => attributes);
  const scripts = named('script');
  const script = scripts.find((attributes) => 'data-site' in attributes) ?? scripts.find(({ src }) => isLoader(src));
  const own = tags.filter(({ name }) => kit.includes(name));
  const elements = own.map(({ attributes }) => attributes);
  return {
    ...readSettings(script ?? {}, elements, given, url),
    tag: script ? tagFacts(script, url) : null,
    elements: own.map(
      ({ name, attributes }): ElementFacts => ({ tag: name, presentation: attributes.presentation ?? null }),
    ),
    standIn: standInAmong(
      scripts.flatMap(({ src }) => src ?? []),
      url,
    ),
    metaReferrer: named('meta').find(({ name }) => name?.toLowerCase() === 'referrer')?.content ?? null,
    policies: policiesIn(tags),
  };
}

/** Browsers pass over a policy that stands in the body. */
function policiesIn(tags: readonly Tag[]): Policy[] {
  const end = tags.findIndex(({ name }) => !ofHead.includes(name));
  return tags.slice(0, end === -1 ? tags.length : end).flatMap(({ name, attributes }) => {
    const isPolicy = name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy';
    return isPolicy ? policyInMeta(attributes.content ?? '') : [];
  });
}

type Attributes = Tag['attributes'];

function isLoader(src: string | undefined): boolean {
  return /\/inlay(\.iife)?\.js([?#]|$)/.test(src ?? '');
}

function tagFacts(attributes: Attributes, url: string): TagFacts | null {
  const address = addressIn(attributes.src, url);
  return (
    address && {
      src: address.href,
      module: attributes.type === 'module',
      nonce: attributes.nonce || null,
      integrity: attributes.integrity || null,
      crossOrigin: 'crossorigin' in attributes,
    }
  );
}

/** Where the stand-in for Stripe has its scripts. A page's own file, or Stripe's, may have such a name. */
function standInAmong(sources: readonly string[], url: string): string | null {
  const own = new URL(url).origin;
  const found = sources.flatMap((src) => addressIn(src, url) ?? []);
  return (
    found.find(
      ({ pathname, origin, hostname }) =>
        /^\/js\/(stripe|connect)\.js$/.test(pathname) && origin !== own && !/(^|\.)stripe\.com$/.test(hostname),
    )?.origin ?? null
  );
}

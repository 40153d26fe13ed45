/** What the tags of a page say: the same of a document in a browser and of HTML as it was sent. Pure. */
import { type Policy, policyInMeta } from './csp/policy.ts';
import type { ElementFacts, PageFacts, PageSettings, TagFacts } from './facts.ts';

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
export const telling = ['script', 'meta', ...kit];

type FromTags = Pick<PageFacts, 'tag' | 'settings' | 'elements' | 'standIn' | 'metaReferrer'> & {
  readonly policies: readonly Policy[];
};

export function readTags(tags: readonly Tag[], url: string): FromTags {
  const named = (name: string) => tags.filter((tag) => tag.name === name).map(({ attributes }) => attributes);
  const scripts = named('script');
  const script = scripts.find((attributes) => 'data-site' in attributes) ?? scripts.find(({ src }) => isLoader(src));
  const own = tags.filter(({ name }) => kit.includes(name));
  const metas = named('meta');
  return {
    tag: script?.src ? tagFacts(script, script.src, url) : null,
    settings: settingsOf(
      script ?? {},
      own.map(({ attributes }) => attributes),
      url,
    ),
    elements: own.map(
      ({ name, attributes }): ElementFacts => ({ tag: name, presentation: attributes.presentation ?? null }),
    ),
    standIn: standInAmong(
      scripts.flatMap(({ src }) => src ?? []),
      url,
    ),
    metaReferrer: metas.find(({ name }) => name?.toLowerCase() === 'referrer')?.content ?? null,
    policies: metas.flatMap((meta) =>
      meta['http-equiv']?.toLowerCase() === 'content-security-policy' ? policyInMeta(meta.content ?? '') : [],
    ),
  };
}

type Attributes = Tag['attributes'];

function isLoader(src: string | undefined): boolean {
  return /\/inlay(\.iife)?\.js([?#]|$)/.test(src ?? '');
}

function tagFacts(attributes: Attributes, src: string, url: string): TagFacts | null {
  const address = URL.parse(src, url);
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

/** What stands on an element counts where the script tag says nothing. */
function settingsOf(script: Attributes, elements: readonly Attributes[], url: string): PageSettings {
  const set = (name: string) => script[`data-${name}`] || elements.map((one) => one[name]).find(Boolean) || null;
  const tokens = set('token-url');
  const api = URL.parse(set('api') ?? script.src ?? '', url);
  return {
    site: set('site'),
    api: script.src || set('api') ? (api?.origin ?? null) : null,
    tokens: tokens === null ? null : { url: tokens },
    nonce: script['data-csp-nonce'] || null,
  };
}

function standInAmong(sources: readonly string[], url: string): string | null {
  const stripes = sources.flatMap((src) => {
    const address = URL.parse(src, url);
    return address && /\/(stripe|connect)\.js$/.test(address.pathname) ? [address] : [];
  });
  return stripes.find(({ hostname }) => !hostname.endsWith('.stripe.com'))?.origin ?? null;
}

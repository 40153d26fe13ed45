/** Whether a policy lets a page do one thing. */
import type { Directives } from './policy.ts';
import { meansUrl } from './sources.ts';

/** One thing that a page does. */
export type Deed =
  | {
      readonly does: 'script';
      readonly url: URL;
      readonly nonce?: string | undefined;
      readonly integrity?: string | undefined;
      /** It stands in the page's HTML: no script of the page's has put it there. */
      readonly inHtml?: boolean;
    }
  | { readonly does: 'connect' | 'frame' | 'image'; readonly url: URL }
  /** A style element whose content has this hash. */
  | { readonly does: 'style'; readonly hash: string }
  /** A policy of Trusted Types, by name. */
  | { readonly does: 'policy'; readonly name: string };

/** Which directive decides, in the order in which they are looked for. */
const deciding: { readonly [does in Deed['does']]: readonly [string, ...string[]] } = {
  script: ['script-src', 'script-src-elem', 'default-src'],
  connect: ['connect-src', 'default-src'],
  frame: ['frame-src', 'child-src', 'default-src'],
  image: ['img-src', 'default-src'],
  style: ['style-src', 'style-src-elem', 'default-src'],
  policy: ['trusted-types'],
};

export interface Decision {
  /** Undefined where the policy says nothing of such deeds. */
  readonly name: string | undefined;
  readonly sources: readonly string[];
  /** The one to write where `name` is a fallback. */
  readonly own: string;
}

export function decisionOn(does: Deed['does'], directives: Directives): Decision {
  const [own, ...others] = deciding[does];
  // What is said of elements alone wins over what is said of scripts, or styles, at large.
  const order = others[0] === `${own}-elem` ? [others[0], own, ...others.slice(1)] : [own, ...others];
  const name = order.find((one) => directives.has(one));
  return { name, sources: (name === undefined ? undefined : directives.get(name)) ?? [], own };
}

/** @param self the page's own address */
export function allows(directives: Directives, deed: Deed, self: URL): boolean {
  const { name, sources } = decisionOn(deed.does, directives);
  if (name === undefined) return true;
  switch (deed.does) {
    case 'script':
      return allowsScript(sources, deed, self);
    case 'style':
      return sources.includes(`'${deed.hash}'`) || (has(sources, 'unsafe-inline') && !isExact(sources));
    case 'policy':
      return sources.includes(deed.name) || sources.includes('*');
    default:
      return sources.some((source) => meansUrl(source, deed.url, self));
  }
}

function allowsScript(sources: readonly string[], deed: Deed & { does: 'script' }, self: URL): boolean {
  if (deed.nonce && sources.includes(`'nonce-${deed.nonce}'`)) return true;
  const hashes = deed.integrity?.split(/\s+/).filter((hash) => hash !== '') ?? [];
  if (hashes.length > 0 && hashes.every((hash) => sources.includes(`'${hash}'`))) return true;
  if (isStrictDynamic(sources)) return !deed.inHtml;
  return sources.some((source) => meansUrl(source, deed.url, self));
}

/** Addresses mean nothing then: a script needs a nonce or a hash, or to be put there by one that had it. */
export function isStrictDynamic(sources: readonly string[]): boolean {
  return has(sources, 'strict-dynamic');
}

function has(sources: readonly string[], keyword: string): boolean {
  return sources.some((source) => source.toLowerCase() === `'${keyword}'`);
}

/** `'unsafe-inline'` means nothing next to a nonce or a hash. */
function isExact(sources: readonly string[]): boolean {
  return sources.some((source) => /^'(nonce|sha(256|384|512))-/i.test(source)) || isStrictDynamic(sources);
}

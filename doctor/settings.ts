/** What the page sets, from wherever it is written: the one place that reads the addresses in it. Pure. */
import type { PageSettings, WrittenSetting } from './facts.ts';

type Attributes = Readonly<Record<string, string>>;

/** What was found out in another way than from the tags; it wins over them. */
export interface GivenSettings {
  readonly site?: string | null | undefined;
  readonly api?: WrittenSetting | null | undefined;
  /** Null where there is no token route, whatever the tags say. */
  readonly tokens?: WrittenSetting | 'function' | null | undefined;
  readonly nonce?: string | null | undefined;
}

interface Read {
  readonly settings: PageSettings;
  readonly unreadable: readonly WrittenSetting[];
}

/** What stands on an element counts where nothing is given and the script tag says nothing. */
export function readSettings(
  script: Attributes,
  elements: readonly Attributes[],
  given: GivenSettings,
  url: string,
): Read {
  const onTag = (name: string) => writtenOn(script, `data-${name}`);
  const onElements = (name: string) => elements.flatMap((one) => writtenOn(one, name));
  const apis = [...(given.api ? [given.api] : onTag('api')), ...onElements('api')];
  const routeGiven = given.tokens && given.tokens !== 'function' ? [given.tokens] : [];
  const routes = [...(given.tokens === undefined ? onTag('token-url') : routeGiven), ...onElements('token-url')];
  return {
    settings: {
      site: given.site || script['data-site'] || elements.map(({ site }) => site).find(Boolean) || null,
      api: (apis[0] ? addressIn(apis[0].value) : addressIn(script.src, url))?.origin ?? null,
      tokens: given.tokens === null || given.tokens === 'function' ? given.tokens : tokensAt(routes[0], url),
      nonce: given.nonce || script['data-csp-nonce'] || null,
    },
    unreadable: [
      ...writtenOn(script, 'src').filter(({ value }) => !addressIn(value, url)),
      ...apis.filter(({ value }) => !addressIn(value)),
      ...routes.filter(({ value }) => !addressIn(value, url)),
    ],
  };
}

/** Null for whatever no page can ask: mostly an address whose scheme was left out. */
export function addressIn(value: string | undefined, base?: string): URL | null {
  const address = value ? URL.parse(value, base) : null;
  return address && /^https?:$/.test(address.protocol) ? address : null;
}

/** Of an address as it is written, whole or not: a query may hold what is nobody else's business. */
export function withoutQuery(address: string): string {
  return address.replace(/[?#].*/, '');
}

function writtenOn(attributes: Attributes, name: string): WrittenSetting[] {
  const value = attributes[name];
  return value ? [{ name, value }] : [];
}

function tokensAt(route: WrittenSetting | undefined, url: string): PageSettings['tokens'] {
  return route && addressIn(route.value, url) ? { url: route.value } : null;
}

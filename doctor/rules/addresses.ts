/** Addresses among the settings that are none, as where the scheme was left out. */
import type { PageFacts, WrittenSetting } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { addressIn, withoutQuery } from '../settings.ts';

export function addresses({ tag, unreadable }: PageFacts): Finding[] {
  return unreadable.map((setting) => ({
    check: 'settings',
    outcome: 'fault',
    owner: 'tag',
    says: `${setting.name}="${withoutQuery(setting.value)}" is no http or https address. Write it whole:`,
    paste: pasteFor(setting, tag !== null),
  }));
}

/** @param tagged whether there is a script tag, or `init()` in its place */
function pasteFor({ name, value }: WrittenSetting, tagged: boolean): string {
  const meant = meantBy(value);
  if (name === 'src') return `src="${meant?.href ?? 'https://pay.example.com/inlay.js'}"`;
  const isApi = name.endsWith('api');
  const right = isApi ? (meant?.origin ?? 'https://pay.example.com') : (meant?.href ?? '/inlay/token');
  if (name.startsWith('data-') && !tagged) return `init({ ${isApi ? 'api' : 'tokenUrl'}: '${right}' })`;
  return `${name}="${right}"`;
}

/** The address that it becomes with a scheme; null where it is not to be guessed. */
function meantBy(value: string): URL | null {
  const [, rest = '', host] =
    /^(?:\/\/)?(([\w-]+(?:\.[\w-]+)*)(?::\d+)?(?:\/.*)?)$/.exec(withoutQuery(value.trim())) ?? [];
  if (host === undefined) return null;
  return addressIn(`${/(^|\.)localhost$|^127\./.test(host) ? 'http' : 'https'}://${rest}`);
}

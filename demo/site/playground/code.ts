/** What a host site writes to have what the playground shows: what goes into its page, and what into its style sheet. */
import { as, type Person } from '../people.ts';
import type { SiteSettings } from '../settings.ts';
import { loaderTag, tag } from '../snippet/markup.ts';
import { standInScripts } from '../stand-in-scripts.ts';
import type { State } from './state.ts';

export function elementTag(name: string, { attributes }: State): string {
  const whole = tag(name, [...attributes]);
  return whole.length <= 110 ? whole : tag(name, [...attributes], '\n  ');
}

/** A block of its own: a strict policy lets no style stand in a page. '' where nothing differs from the page. */
export function sheetOf(name: string, { variables }: State): string {
  if (variables.size === 0) return '';
  return `${name} {\n${[...variables].map(([variable, value]) => `  --inlay-${variable}: ${value};\n`).join('')}}\n`;
}

/** Has components of Stripe Connect's, whose script the stand-in has, too. */
export function isConnect(name: string): boolean {
  return name === 'connect-embedded';
}

export function codeOf(name: string, state: State, settings: SiteSettings, person: Person): string {
  const { worker, site } = settings;
  const scripts = standInScripts(settings, isConnect(name)).map((address) => tag('script', [['src', address]]));
  return [
    [...scripts, loaderTag({ address: `${worker}/inlay.js`, site, tokenUrl: as(person, '/inlay/token') })].join('\n'),
    elementTag(name, state),
  ].join('\n\n');
}

/** What a host site writes to have what the playground shows. */
import { as, type Person } from '../people.ts';
import type { SiteSettings } from '../settings.ts';
import { loaderTag, tag } from '../snippet/markup.ts';
import type { State } from './state.ts';

export function elementTag(name: string, { attributes }: State): string {
  const whole = tag(name, [...attributes]);
  return whole.length <= 110 ? whole : tag(name, [...attributes], '\n  ');
}

/** '' where nothing differs from the page. */
export function sheetOf(name: string, { variables }: State): string {
  if (variables.size === 0) return '';
  return `${name} {\n${[...variables].map(([variable, value]) => `  --inlay-${variable}: ${value};\n`).join('')}}\n`;
}

export function codeOf(name: string, state: State, { worker, site }: SiteSettings, person: Person): string {
  const sheet = sheetOf(name, state);
  return [
    loaderTag({ address: `${worker}/inlay.js`, site, tokenUrl: as(person, '/inlay/token') }),
    elementTag(name, state),
    ...(sheet === '' ? [] : [`/* In your style sheet: */\n${sheet.trimEnd()}`]),
  ].join('\n\n');
}

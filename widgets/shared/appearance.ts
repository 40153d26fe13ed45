import type { InlayElement } from './inlay-element.ts';
import { page } from './settings.ts';

/** Custom properties set on an element because of its appearance. */
const worn = new WeakMap<InlayElement, string[]>();

/** Through the CSSOM, which no CSP forbids and no value can break out of. */
export function wear(element: InlayElement): void {
  const { style, appearance: own } = element;
  const general = page.settings.appearance;
  const theme = element.theme || own?.theme || general?.theme;
  const values = Object.entries({ ...general?.variables, ...own?.variables }).map(
    ([name, value]): [property: string, value: string] => [`--inlay-${kebab(name)}`, value ?? ''],
  );
  if (theme === 'light' || theme === 'dark') values.push(['color-scheme', theme]);

  for (const property of worn.get(element) ?? []) style.removeProperty(property);
  for (const [property, value] of values) style.setProperty(property, value);
  worn.set(
    element,
    values.map(([property]) => property),
  );
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, '-$&').toLowerCase();
}

/** Whether a block of CSS is read by a browser's rules, and names only variables, parts and states that there are. */
import { transform } from 'lightningcss';
import type { Element } from './manifest.ts';

export function cssFaults(css: string, elements: readonly Element[]): string[] {
  const known = (kind: 'cssProperties' | 'cssParts' | 'cssStates') =>
    new Set(elements.flatMap((element) => element[kind].map(({ name }) => name)));
  const all = (pattern: RegExp) => [...css.matchAll(pattern)].flatMap(([, name]) => name ?? []);
  const missing = (names: readonly string[], of: ReadonlySet<string>, what: string) =>
    names.filter((name) => !of.has(name)).map((name) => `there is no ${what} ${name}`);
  const [tags, used] = [
    new Set(elements.map(({ tagName }) => tagName)),
    all(/(?<![\w.#:-])((?:connect|link|linked|cashapp|saved|inlay)-[\w-]+)(?=[^\w-]*[:,{\s[.])/g),
  ];
  return [
    ...syntaxFaults(css),
    ...missing(all(/(--inlay-[\w-]+)/g), known('cssProperties'), 'variable'),
    ...missing(
      all(/::part\(([^)]+)\)/g).flatMap((names) => names.split(/\s+/)),
      known('cssParts'),
      'part',
    ),
    ...missing(all(/:state\(([\w-]+)\)/g), known('cssStates'), 'state'),
    ...missing(used, tags, 'element'),
  ];
}

function syntaxFaults(css: string): string[] {
  try {
    const { warnings } = transform({ filename: 'block.css', code: Buffer.from(css), errorRecovery: false });
    return warnings.map(({ message }) => message);
  } catch (thrown) {
    return [thrown instanceof Error ? thrown.message : String(thrown)];
  }
}

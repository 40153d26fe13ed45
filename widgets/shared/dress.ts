import type { CSSResult } from 'lit';

/** Adds style sheets that came later than the element. */
export function dress(root: ShadowRoot | null, ...sheets: readonly CSSResult[]): void {
  for (const { styleSheet } of sheets) {
    if (root && styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  }
}

/** Takes one off again. */
export function undress(root: ShadowRoot | null, { styleSheet }: CSSResult): void {
  const at = root && styleSheet ? root.adoptedStyleSheets.indexOf(styleSheet) : -1;
  if (at >= 0) root?.adoptedStyleSheets.splice(at, 1);
}

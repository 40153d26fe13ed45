import type { CSSResult } from 'lit';

/** Adds style sheets that came later than the element. */
export function dress(root: ShadowRoot | null, ...sheets: readonly CSSResult[]): void {
  for (const { styleSheet } of sheets) {
    if (root && styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  }
}

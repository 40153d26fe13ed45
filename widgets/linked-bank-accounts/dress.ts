import type { CSSResult } from 'lit';

/** Adds a style sheet that came later than the element. */
export function dress(root: ShadowRoot | null, { styleSheet }: CSSResult): void {
  if (root && styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}

import { css } from 'lit';

/**
 * For who has asked their computer for more contrast: every colour halfway to that of the text, the page's own colours as well.
 * Comes with the code that can wait, as few ask.
 */
export const moreContrast = css`
  @media (prefers-contrast: more) {
    /* Says more than ':host' alone: wins over the defaults also where they come after it. */
    :host(:defined) {
      --primary: color-mix(in srgb, var(--text), var(--inlay-color-primary, light-dark(#4f46e5, #a5b0ff)));
      --danger: color-mix(in srgb, var(--text), var(--inlay-color-danger, light-dark(#b3123f, #ff93a4)));
      --success: color-mix(in srgb, var(--text), var(--inlay-color-success, light-dark(#0b6b47, #5ddca4)));
      --muted: var(--text);
      --border: var(--text);
    }
    button {
      background: var(--primary);
    }
    [part='message'] {
      color: var(--text);
    }
    button[aria-disabled='true'] {
      opacity: 1;
    }
  }
`;

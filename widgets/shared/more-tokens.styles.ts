import { css } from 'lit';

/**
 * The `--inlay-*` custom properties and their defaults. `light-dark()` follows the element's `color-scheme`, which is
 * inherited from the page unless `theme` says otherwise: a light-only page stays light on a computer set to dark.
 */
export const moreTokens = css`
  :host {
    --primary: var(--inlay-color-primary, light-dark(#4f46e5, #a5b0ff));
    --muted: var(--inlay-color-muted, light-dark(#535b70, #a7aec2));
    --border: var(--inlay-color-border, light-dark(#d6dae4, #3a4052));
    --radius: var(--inlay-border-radius, 0.5em);
    --space: var(--inlay-spacing, 0.5em);
    --background: var(--inlay-color-background, light-dark(#fff, #171a23));
    --text: var(--inlay-color-text, light-dark(#1a1f36, #e9ebf3));
    --danger: var(--inlay-color-danger, light-dark(#b3123f, #ff93a4));
    --success: var(--inlay-color-success, light-dark(#0b6b47, #5ddca4));
    text-align: start;
  }
  button:hover {
    filter: brightness(1.08);
  }
  :focus-visible {
    outline: 2px solid var(--primary);
    outline-offset: 2px;
  }
  button:disabled,
  [aria-disabled='true'] {
    cursor: default;
    opacity: 0.75;
  }
  [part='spinner'] {
    display: inline-block;
    box-sizing: border-box;
    inline-size: 1em;
    block-size: 1em;
    margin-inline-end: var(--space);
    border: 2px solid;
    border-radius: 50%;
    /* No transparent edge: where colours are the person's own, it would be none. */
    mask: conic-gradient(#0000 25%, #000 0);
    vertical-align: -0.15em;
    animation: turn 0.8s linear infinite;
  }
  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='error'] {
    color: var(--danger);
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion) {
    * {
      animation: none !important;
    }
  }
`;

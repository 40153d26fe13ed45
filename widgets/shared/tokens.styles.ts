import { css } from 'lit';

/**
 * The `--inlay-*` custom properties and their defaults. `light-dark()` follows the element's `color-scheme`, which is
 * inherited from the page unless `theme` says otherwise: a light-only page stays light on a computer set to dark.
 */
export const tokens = css`
  :host {
    --primary: var(--inlay-color-primary, light-dark(#4f46e5, #a5b0ff));
    --on-primary: var(--inlay-color-on-primary, light-dark(#fff, #14162b));
    --background: var(--inlay-color-background, light-dark(#fff, #171a23));
    --text: var(--inlay-color-text, light-dark(#1a1f36, #e9ebf3));
    --muted: var(--inlay-color-muted, light-dark(#535b70, #a7aec2));
    --danger: var(--inlay-color-danger, light-dark(#b3123f, #ff93a4));
    --success: var(--inlay-color-success, light-dark(#0b6b47, #5ddca4));
    --border: var(--inlay-color-border, light-dark(#d6dae4, #3a4052));
    --radius: var(--inlay-border-radius, 0.5em);
    --space: var(--inlay-spacing, 0.5em);
    box-sizing: border-box;
    color: var(--text);
    font: 400 var(--inlay-font-size, 1rem) / 1.4 var(--inlay-font-family, system-ui, sans-serif);
    text-align: start;
    max-inline-size: 100%;
    vertical-align: top;
  }
  :host([hidden]) {
    display: none;
  }
  button {
    box-sizing: border-box;
    min-block-size: 2.75em;
    padding: 0 calc(var(--space) * 2);
    border: 1px solid transparent;
    border-radius: var(--radius);
    background: var(--primary);
    color: var(--on-primary);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:hover {
    filter: brightness(1.08);
  }
  button:focus-visible {
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
    border-inline-start-color: transparent;
    border-radius: 50%;
    vertical-align: -0.15em;
    animation: turn 0.8s linear infinite;
  }
  [part='skeleton'] {
    border: 1px solid transparent;
    border-radius: var(--radius);
    background: var(--border);
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

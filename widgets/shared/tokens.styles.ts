import { css } from 'lit';

/** As much as a first render needs; the other custom properties, and their defaults, stand in `more-tokens.styles.ts`. */
export const tokens = css`
  :host {
    box-sizing: border-box;
    max-inline-size: 100%;
    font: var(--inlay-font-size, 1rem) / 1.4 var(--inlay-font-family, system-ui, sans-serif);
    vertical-align: top;
  }
  :host([hidden]) {
    display: none;
  }
  button,
  [part='skeleton'] {
    box-sizing: border-box;
    min-block-size: 2.75em;
    border: 1px solid transparent;
    border-radius: var(--inlay-border-radius, 0.5em);
    background: #8884;
  }
  button {
    padding: 0 1em;
    background: var(--inlay-color-primary, light-dark(#4f46e5, #a5b0ff));
    color: var(--inlay-color-on-primary, light-dark(#fff, #14162b));
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  [part='message'] {
    color: var(--inlay-color-muted, light-dark(#535b70, #a7aec2));
  }
`;

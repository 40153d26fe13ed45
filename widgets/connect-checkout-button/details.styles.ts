import { css } from 'lit';

/** For what `details.ts` renders into the button's place and below it. */
export const detailStyles = css`
  .row[part='status'] {
    box-sizing: border-box;
    gap: var(--space);
    padding: 0 0.75em;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background);
    color: var(--text);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .row[data-tone='good'] .icon {
    color: var(--success);
  }
  /* Checkout takes all the width there is. */
  :host(:has(> [slot='checkout'])) {
    display: block;
    inline-size: 100%;
  }
  :host(:has(> [slot='checkout'])) [part='button'] {
    max-inline-size: 20em;
  }
  [part='cancel'] {
    margin-block: var(--space);
    border-color: var(--border);
    background: none;
    color: inherit;
  }
`;

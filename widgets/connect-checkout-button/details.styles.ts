import { css } from 'lit';

/** For what `details.ts` renders into the button's place and below it. */
export const detailStyles = css`
  .row {
    display: flex;
    align-items: center;
    justify-content: center;
  }
  .row[part='status'] {
    box-sizing: border-box;
    min-block-size: 2.75em;
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
  [part='cancel'] {
    margin-block: var(--space);
    border-color: var(--border);
    background: none;
    color: var(--text);
  }
`;

/** While Checkout stands in the page: it takes all the width there is. */
export const openStyles = css`
  :host {
    display: block;
    inline-size: 100%;
  }
  [part='button'] {
    max-inline-size: 20em;
  }
`;

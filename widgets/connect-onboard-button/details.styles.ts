import { css } from 'lit';

/** For what `details.ts` renders into the button's place and below it. */
export const detailStyles = css`
  ul,
  li {
    display: inline;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li:not(:last-child)::after {
    content: ' · ';
  }
  [part='item'] {
    color: var(--text);
  }
  [part='error'] {
    color: var(--danger);
  }
  [part='status'] {
    box-sizing: border-box;
    gap: var(--space);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background);
    font-weight: 600;
    outline-offset: 2px;
  }
  [data-tone='good'] .icon {
    color: var(--success);
  }
  [data-tone='bad'] .icon {
    color: var(--danger);
  }
  .icon {
    inline-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;

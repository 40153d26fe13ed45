import { css } from 'lit';

/** For what `details.ts` renders into the button's place and below it. */
export const detailStyles = css`
  .summary :is(ul, li) {
    display: inline;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .summary li:not(:last-child)::after {
    content: ' · ';
  }
  .summary [part='item'] {
    color: var(--text);
  }
  .row[part='status'] {
    box-sizing: border-box;
    min-block-size: 2.75em;
    gap: var(--space);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background);
    color: var(--text);
    font-weight: 600;
  }
  .row[data-tone='good'] .icon {
    color: var(--success);
  }
  .row[data-tone='bad'] .icon {
    color: var(--danger);
  }
`;

import { css } from 'lit';

/** For what `details.ts` renders below the button. */
export const detailStyles = css`
  [part='terms'] {
    color: var(--text);
  }
  .accounts {
    display: grid;
    gap: var(--space);
    margin-block-end: var(--space);
  }
  .accounts li {
    display: flex;
    align-items: center;
    gap: var(--space);
    padding: 0.5em 0.75em;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background);
    color: var(--text);
  }
  .accounts .icon {
    color: var(--success);
  }
  .accounts div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .accounts b,
  .accounts small {
    display: block;
  }
  .accounts b {
    font-weight: 600;
  }
  .accounts small {
    color: var(--muted);
    font-size: 0.875em;
  }
  .heard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

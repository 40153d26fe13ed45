import { css } from 'lit';

/** For what is not there at the first look. */
export const laterStyles = css`
  .quiet:hover {
    background: color-mix(in srgb, var(--primary) 8%, transparent);
  }
  .confirm {
    display: flex;
    grid-column: 2 / -1;
    gap: var(--space);
    align-items: center;
  }
  .confirm > :first-child {
    flex: 1;
  }
  .answers {
    display: flex;
    flex: none;
    gap: var(--space);
  }
  .confirm .danger {
    border-color: currentColor;
    color: var(--danger);
  }
  .row div > [part='error'] {
    color: var(--danger);
  }
  .row.problem {
    grid-template-columns: 1fr auto;
    margin-block-end: calc(var(--space) * 1.5);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (max-width: 28em) {
    .mark:has(+ .confirm) {
      display: none;
    }
    .confirm {
      flex-direction: column;
      grid-column: 1 / -1;
      align-items: stretch;
    }
    .answers > button {
      flex: 1;
    }
    .row.problem {
      grid-template-columns: 1fr;
    }
  }
`;

import { css } from 'lit';

/** For what `details.ts` renders. */
export const detailStyles = css`
  section {
    display: flex;
    flex-direction: column;
    min-block-size: inherit;
  }
  .stage {
    display: grid;
    outline: none;
  }
  /* What is below the component stays where it is while that grows into its room. */
  section:not(.alone) > .stage {
    flex: 1;
  }
  .stage > [part='skeleton'],
  ::slotted([slot='component']) {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  .alone {
    justify-content: center;
    align-items: center;
    gap: var(--space);
    text-align: center;
    text-wrap: balance;
  }
  [part='message'] {
    margin-block-start: var(--space);
    font-size: 0.875em;
  }
  [part='message']:empty {
    display: none;
  }
  .alone [part='message'] {
    font-size: inherit;
  }
  a {
    color: var(--primary);
  }
  /* Measured for Stripe's component. A change of any of it is noticed by the transition, which changes all at once. */
  .probe {
    position: absolute;
    visibility: hidden;
    border: 0 solid;
    border-color: var(--primary) var(--inlay-color-on-primary, light-dark(#fff, #14162b)) var(--danger) var(--border);
    border-radius: var(--radius);
    outline-color: var(--muted);
    background: var(--background);
    color: var(--text);
    text-indent: var(--space);
    transition: 1ms step-start;
  }
`;

import { css } from 'lit';

/** One size for every state, so that nothing around the element moves. The loader reserves the same before it is defined. */
export const styles = css`
  :host {
    display: inline-block;
    inline-size: 20em;
    min-block-size: 6.75em;
  }
  .row {
    display: flex;
    align-items: center;
    justify-content: center;
    inline-size: 100%;
    block-size: 2.75em;
  }
  button.row {
    block-size: auto;
  }
  [part='message'] {
    margin-block-start: 0.4em;
    color: var(--muted);
    font-size: 0.875em;
  }
`;

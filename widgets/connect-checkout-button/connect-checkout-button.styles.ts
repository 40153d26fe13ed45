import { css } from 'lit';

/** One size for every state but an open Checkout, so that nothing around the element moves. The loader reserves the same. */
export const styles = css`
  :host {
    display: inline-block;
    inline-size: 20em;
    min-block-size: 6.9em;
  }
  .row {
    display: block;
    inline-size: 100%;
    margin-block-end: 0.4em;
  }
  [part='message'] {
    font-size: 0.875em;
  }
`;

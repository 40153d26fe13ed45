import { css } from 'lit';

/** Room for the terms and a message of two lines, so that nothing around the element moves. The loader keeps the same. */
export const styles = css`
  :host {
    display: block;
    inline-size: 28em;
    min-block-size: 12.5em;
  }
  @media (max-width: 28em) {
    :host {
      min-block-size: 16em;
    }
  }
  button,
  [part='skeleton'] {
    inline-size: 100%;
  }
  [part='message'],
  [part='terms'] {
    min-block-size: 2.8em;
    margin-block-start: 0.4em;
    font-size: 0.875em;
  }
  a {
    color: inherit;
  }
`;

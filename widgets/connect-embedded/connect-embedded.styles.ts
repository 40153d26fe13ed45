import { css } from 'lit';

/** Room for most of what a component shows, so that little moves when it does. The loader keeps the least of it. */
export const styles = css`
  :host {
    display: block;
    inline-size: 48em;
    min-block-size: 12.5em;
  }
  :host([component^='pay']) {
    min-block-size: 20em;
  }
  :host([component^='account']) {
    min-block-size: 24em;
  }
  :host([component='notification-banner']) {
    min-block-size: 0;
  }
  [part='skeleton'] {
    min-block-size: inherit;
  }
  :host([component='notification-banner']) [part='skeleton'] {
    display: none;
  }
`;

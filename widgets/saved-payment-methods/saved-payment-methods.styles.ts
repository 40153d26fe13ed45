import { css } from 'lit';

/** A row a method, all of one size. The loader reserves the room of one, as most people have, before the element is defined. */
export const styles = css`
  :host {
    display: block;
    inline-size: 32em;
    min-block-size: 5.5em;
    container-type: inline-size;
    color: var(--text);
  }
  ul,
  p {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ul:not([hidden]) {
    display: grid;
    gap: calc(var(--space) * 1.5);
  }
  .row {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: calc(var(--space) * 1.5);
    align-items: center;
    box-sizing: border-box;
    min-block-size: 5.5em;
    padding: calc(var(--space) * 1.5);
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--background);
    overflow-wrap: anywhere;
  }
  .row[part='skeleton'] {
    background: var(--border);
    opacity: 0.4;
  }
  .row.empty {
    grid-template-columns: 1fr;
    color: var(--muted);
    text-align: center;
  }
  .mark {
    display: grid;
    place-items: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--primary) 14%, transparent);
    color: var(--primary);
  }
  strong,
  .row div > span {
    display: block;
  }
  .row div > span {
    color: var(--muted);
    font-size: 0.875em;
  }
  .quiet {
    min-block-size: 2.5em;
    border-color: var(--border);
    background: none;
    color: var(--primary);
    font-size: 0.875em;
  }
  @media (max-width: 28em) {
    :host {
      min-block-size: 9.75em;
    }
  }
  @container (max-width: 28em) {
    .row {
      grid-template-columns: auto 1fr;
      align-content: space-evenly;
      min-block-size: 9.75em;
    }
    .row > button {
      grid-column: 1 / -1;
    }
  }
`;

import { css } from 'lit';

/** A card an account, all of one size. The loader reserves the room of two before the element is defined. */
export const styles = css`
  :host {
    display: block;
    inline-size: 40em;
    min-block-size: 22.5em;
    container-type: inline-size;
    color: var(--text);
  }
  ul,
  p {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  /* No wider than there is room: days out of sight keep the width they were last laid out in. */
  ul:not([hidden]),
  .skeletons {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--space) * 1.5);
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: calc(var(--space) * 1.25);
    box-sizing: border-box;
    min-block-size: 10.875em;
    padding: calc(var(--space) * 2);
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--background);
  }
  header {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: calc(var(--space) * 0.5) calc(var(--space) * 1.5);
    align-items: start;
    min-block-size: 4em;
  }
  .badge {
    display: grid;
    place-items: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    background: color-mix(in srgb, var(--primary) 14%, transparent);
    color: var(--primary);
  }
  header > div {
    display: grid;
    overflow-wrap: anywhere;
  }
  .balance {
    text-align: end;
  }
  header strong {
    font-size: 1.0625em;
  }
  header div > span,
  .note {
    color: var(--muted);
    font-size: 0.875em;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space);
    margin-block-start: auto;
  }
  footer > :nth-child(3) {
    margin-inline-start: auto;
  }
  .quiet {
    min-block-size: 2.5em;
    border-color: var(--border);
    background: none;
    color: var(--primary);
    font-size: 0.875em;
  }
  .toggle {
    padding-inline-end: 2.25em;
  }
  .lacking {
    padding-inline: 0 1.5em;
    border: 0;
    font-weight: 400;
  }
  .note {
    min-block-size: 1.4em;
  }
  .card[part='skeleton'] {
    background: var(--border);
    opacity: 0.4;
  }
  @media (max-width: 28em) {
    :host {
      min-block-size: 34.5em;
    }
  }
  @container (max-width: 28em) {
    .card {
      min-block-size: 16.875em;
    }
    header {
      grid-template-columns: auto 1fr;
      min-block-size: 7em;
    }
    .balance {
      grid-column: 2;
      text-align: start;
    }
    .toggle {
      padding-inline: 0.5em 1.75em;
    }
    footer > button {
      flex: auto;
    }
  }
`;

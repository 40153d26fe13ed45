import { css } from 'lit';

/** A card an account, all of one size. The loader reserves the room of two before the element is defined. */
export const styles = css`
  :host(:not([hidden])) {
    display: block;
  }
  :host {
    inline-size: 40em;
    min-block-size: 24.75em;
    container-type: inline-size;
    color: var(--text);
  }
  ul,
  p {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ul:not([hidden]),
  .skeletons {
    display: grid;
    gap: calc(var(--space) * 1.5);
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: calc(var(--space) * 1.5);
    box-sizing: border-box;
    min-block-size: 12em;
    padding: calc(var(--space) * 2.5);
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--background);
  }
  .card > header {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: calc(var(--space) * 0.5) calc(var(--space) * 1.5);
    align-items: start;
    min-block-size: 4.2em;
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
  .who,
  .balance {
    display: grid;
    overflow-wrap: anywhere;
  }
  .balance {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  header strong {
    font-size: 1.0625em;
    font-weight: 650;
  }
  header span,
  .note,
  .unshared {
    color: var(--muted);
    font-size: 0.875em;
  }
  .attention,
  .unshared {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--space) * 0.5) var(--space);
    align-items: center;
  }
  .attention {
    padding: var(--space) calc(var(--space) * 1.5);
    border-radius: var(--radius);
    background: color-mix(in srgb, light-dark(#c47a00, #f3bd5d) 12%, var(--background));
    font-size: 0.9375em;
  }
  .attention > .icon {
    color: light-dark(#8a5200, #f3bd5d);
  }
  .attention > span {
    flex: 1 1 12em;
  }
  .unshared > button {
    min-block-size: 2em;
    padding: 0 0.5em;
    border-color: transparent;
  }
  .card > footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space);
    margin-block-start: auto;
  }
  .space {
    flex: 1;
  }
  .quiet {
    min-block-size: 2.5em;
    border-color: var(--border);
    background: none;
    color: var(--primary);
    font-size: 0.875em;
  }
  .quiet:hover {
    background: color-mix(in srgb, var(--primary) 8%, transparent);
  }
  .toggle::after {
    content: '';
    display: inline-block;
    inline-size: 0.375em;
    block-size: 0.375em;
    margin-inline-start: 0.625em;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -0.2em;
  }
  .toggle[aria-expanded='true']::after {
    rotate: 225deg;
    translate: 0 0;
  }
  .note {
    min-block-size: 1.4em;
  }
  .empty {
    align-items: center;
    justify-content: center;
    color: var(--muted);
    text-align: center;
  }
  .problem {
    flex-direction: row;
    align-items: center;
    justify-content: center;
    margin-block-end: calc(var(--space) * 1.5);
    color: var(--danger);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .card[part='skeleton'] {
    border-color: var(--border);
    background: none;
  }
  .card[part='skeleton'] span {
    inline-size: 55%;
    block-size: 1.25em;
    border-radius: var(--radius);
    background: var(--border);
  }
  .card[part='skeleton'] span + span {
    inline-size: 35%;
  }
  .card[part='skeleton'] span:last-child {
    inline-size: 100%;
    block-size: 2.25em;
    margin-block-start: auto;
  }
  @media (max-width: 34em) {
    :host {
      min-block-size: 34.5em;
    }
  }
  @container (max-width: 32em) {
    .card {
      min-block-size: 16.875em;
      padding: calc(var(--space) * 2);
    }
    .card > header {
      grid-template-columns: auto 1fr;
      min-block-size: 7em;
    }
    .balance {
      grid-column: 2;
      text-align: start;
    }
    .card > footer > button {
      flex: 1 1 auto;
    }
    .space {
      display: none;
    }
  }
`;

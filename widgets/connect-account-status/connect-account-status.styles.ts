import { css } from 'lit';

/** A card with room for what there usually is to say: filling it in moves nothing below. */
export const styles = css`
  :host(:not([hidden])) {
    display: block;
  }
  :host {
    inline-size: 32em;
    min-block-size: 24em;
    container-type: inline-size;
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--background);
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: calc(var(--space) * 2);
    box-sizing: border-box;
    min-block-size: inherit;
    padding: calc(var(--space) * 3);
  }
  header {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: calc(var(--space) * 1.5);
    align-items: center;
  }
  .badge {
    display: grid;
    place-items: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    background: color-mix(in srgb, var(--tone) 14%, transparent);
    color: var(--tone);
  }
  [data-tone] {
    --tone: var(--muted);
  }
  [data-tone='waiting'] {
    --tone: var(--primary);
  }
  [data-tone='good'] {
    --tone: var(--success);
  }
  [data-tone='warning'] {
    --tone: light-dark(#8a5200, #f3bd5d);
  }
  [data-tone='bad'] {
    --tone: var(--danger);
  }
  strong {
    font-size: 1.125em;
    font-weight: 650;
    outline-offset: 4px;
  }
  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  header p {
    grid-column: 2;
    color: var(--muted);
    font-size: 0.9375em;
  }
  .works {
    display: grid;
    gap: calc(var(--space) * 0.75);
    font-size: 0.9375em;
  }
  .works li {
    display: flex;
    gap: var(--space);
    align-items: center;
  }
  .works [data-on] .icon {
    color: var(--success);
  }
  .works li:not([data-on]) {
    color: var(--muted);
  }
  .missing {
    padding-block-start: calc(var(--space) * 2);
    border-block-start: 1px solid var(--border);
    font-size: 0.9375em;
  }
  .missing h3 {
    margin: 0 0 calc(var(--space) * 0.5);
    font-size: 1em;
    font-weight: 600;
  }
  .missing ul {
    list-style: disc;
    padding-inline-start: 1.25em;
  }
  .missing [part='error'] {
    display: block;
  }
  summary {
    color: var(--muted);
    cursor: pointer;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space);
    margin-block-start: auto;
    color: var(--muted);
    font-size: 0.9375em;
  }
  footer:empty {
    display: none;
  }
  [part='skeleton'] {
    display: grid;
    gap: calc(var(--space) * 2);
    background: none;
  }
  [part='skeleton'] span {
    block-size: 1.25em;
    border-radius: var(--radius);
    background: var(--border);
  }
  [part='skeleton'] span:first-child {
    block-size: 2.5em;
    inline-size: 70%;
  }
  [part='skeleton'] span:last-child {
    inline-size: 45%;
  }
  @container (max-width: 24em) {
    .card {
      padding: calc(var(--space) * 2);
    }
    button {
      inline-size: 100%;
    }
  }
`;

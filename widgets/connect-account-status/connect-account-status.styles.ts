import { css } from 'lit';

/** A card with room for what there usually is to say: filling it in moves nothing below. */
export const styles = css`
  :host {
    display: block;
    inline-size: 32em;
    min-block-size: 23em;
    container-type: inline-size;
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: calc(var(--space) * 2);
    justify-content: center;
    align-items: center;
    box-sizing: border-box;
    min-block-size: inherit;
    padding: calc(var(--space) * 3);
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--background);
    color: var(--text);
    text-align: center;
    text-wrap: pretty;
  }
  header {
    display: grid;
    gap: calc(var(--space) * 0.5);
    justify-items: center;
    max-inline-size: 26em;
  }
  .badge {
    display: grid;
    place-items: center;
    inline-size: 3.5em;
    block-size: 3.5em;
    margin-block-end: var(--space);
    font-size: 1.125em;
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
    color: var(--muted);
    font-size: 0.9375em;
  }
  .works {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: calc(var(--space) * 0.5) calc(var(--space) * 3);
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
  .missing > p {
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
    flex-direction: column;
    align-items: center;
    gap: var(--space);
  }
  [part='message'] {
    font-size: 0.9375em;
  }
  [part='message']:empty {
    display: none;
  }
  .card:not(.full) footer:has([part='error']) {
    flex-direction: column-reverse;
  }
  /* With a list, everything starts at the edge that reading starts from. */
  .full,
  .full :is(header, .works, footer) {
    justify-content: start;
    align-items: stretch;
    text-align: start;
  }
  .full header {
    grid-template-columns: auto 1fr;
    column-gap: calc(var(--space) * 1.5);
    justify-items: start;
    align-items: center;
    max-inline-size: none;
  }
  .full .badge {
    grid-row: span 2;
    align-self: start;
    inline-size: 2.5em;
    block-size: 2.5em;
    margin: 0;
    font-size: 1em;
  }
  .card.full footer {
    flex-direction: row;
    align-items: center;
    margin-block-start: auto;
  }
  .full [part='button'] {
    flex: none;
  }
  [part='skeleton'] {
    display: grid;
    gap: calc(var(--space) * 2);
    justify-items: center;
    inline-size: 100%;
    border: 0;
    background: none;
  }
  [part='skeleton'] span {
    border: 1px solid transparent;
    block-size: 1.25em;
    inline-size: 70%;
    border-radius: var(--radius);
    background: var(--border);
  }
  [part='skeleton'] span:first-child {
    block-size: 4em;
    inline-size: 4em;
    border-radius: 50%;
  }
  [part='skeleton'] span:nth-child(2) {
    inline-size: 40%;
  }
  @media (max-width: 28em) {
    :host {
      min-block-size: 31.5em;
    }
  }
  @container (max-width: 24em) {
    .card {
      padding: calc(var(--space) * 2);
    }
    .card.full footer {
      flex-direction: column;
      align-items: stretch;
    }
  }
`;
